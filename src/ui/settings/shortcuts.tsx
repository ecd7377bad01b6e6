import { t } from '../../platform/messages';
import { currentShortcuts } from '../../platform/shortcut';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';

const NAMES = [
  ['_execute_action', 'actionTitle'],
  ['save-now', 'commandSaveNow'],
  ['open-daily', 'commandOpenDaily'],
] as const;

/** The keys as they are set now. */
export function Shortcuts({ failed }: SectionProps) {
  const keys = useLive(currentShortcuts, [], failed);
  return (
    <section>
      <h2>{t('shortcuts')}</h2>
      <dl>
        {NAMES.map(([command, label]) => (
          <div key={command}>
            <dt>{t(label)}</dt>
            <dd>{keys?.[command] || t('noShortcut')}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('shortcutsHelp')}</p>
    </section>
  );
}
