import { t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { changeSetting } from '../../storage/settings';
import { Dialog } from '../parts/dialog';
import { KEYS } from './keys';

const NAMES = { ArrowDown: '↓', ArrowUp: '↑', Enter: '⏎' };

/** The list of the page's keys, with the switch that turns single characters off. */
export function KeysDialog(props: { characters: boolean; onClose(): void; failed(error: unknown): void }) {
  const { characters, onClose, failed } = props;
  return (
    <Dialog title={t('keysTitle')} onClose={onClose}>
      <table class="keys">
        <tbody>
          {KEYS.map(({ keys, onCard, command, label }) => (
            <tr key={command}>
              <td>
                {[...keys].map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
                {onCard && <kbd>{NAMES[onCard]}</kbd>}
              </td>
              <th scope="row">{t(label)}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{t('keysOnCard')}</p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={characters}
            onChange={(event) => void changeSetting(journal, 'keys', event.currentTarget.checked).catch(failed)}
          />
          {t('keysSwitch')}
        </label>
      </p>
      <div class="buttons">
        <button type="button" class="primary" autofocus onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  );
}
