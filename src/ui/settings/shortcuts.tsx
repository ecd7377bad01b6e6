import { t } from '../../platform/messages';
import { openShortcutSettings } from '../../platform/shortcut';
import { useShortcuts } from '../parts/use-shortcuts';
import type { SectionProps } from './main';

const NAMES = [
  ['_execute_action', 'actionTitle'],
  ['save-now', 'commandSaveNow'],
  ['open-daily', 'commandOpenDaily'],
] as const;

/** The keys as they are set now, and the way to the page where the browser lets them be changed. */
export function Shortcuts({ failed }: SectionProps) {
  const keys = useShortcuts(failed);
  return (
    <section id="keys">
      <h2>{t('shortcuts')}</h2>
      {keys === null && <p class="hint">{t('noKeys')}</p>}
      {keys && (
        <>
          <dl>
            {NAMES.map(([command, label]) => (
              <div key={command}>
                <dt>{t(label)}</dt>
                <dd>{keys[command] || t('noShortcut')}</dd>
              </div>
            ))}
          </dl>
          <p>
            <button type="button" class="quiet" onClick={() => void openShortcutSettings().catch(failed)}>
              {t('changeKeys')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
