import { t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { changeSetting, setting } from '../../storage/settings';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';
import { useChosen } from './use-chosen';

/** Whether the page of a day shows the same date in earlier years. */
export function OnThisDay(say: SectionProps) {
  const stored = useLive(() => setting(journal, 'onThisDay'), [], say.failed);
  const [on, keep] = useChosen(stored, (value: boolean) => changeSetting(journal, 'onThisDay', value), say);
  return (
    <p>
      <label>
        <input
          id="on-this-day"
          type="checkbox"
          checked={on ?? true}
          onChange={(event) => void keep(event.currentTarget.checked)}
        />
        {t('showOnThisDay')}
      </label>
    </p>
  );
}
