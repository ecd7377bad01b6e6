import { t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { changeSetting, setting } from '../../storage/settings';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';

/** When a day begins. */
export function DayStart({ tell, failed }: SectionProps) {
  const dayStart = useLive(() => setting(journal, 'dayStart'), [], failed);

  async function choose(minutes: number): Promise<void> {
    await changeSetting(journal, 'dayStart', minutes);
    tell(t('settingSaved'));
  }

  return (
    <section>
      <label for="day-start">{t('dayStart')}</label>
      <select
        id="day-start"
        value={dayStart ?? 0}
        onChange={(event) => void choose(Number(event.currentTarget.value)).catch(failed)}
      >
        {[0, 1, 2, 3, 4, 5, 6].map((hour) => (
          <option key={hour} value={hour * 60}>{`0${hour}:00`}</option>
        ))}
      </select>
      <p class="hint">{t('dayStartHelp')}</p>
    </section>
  );
}
