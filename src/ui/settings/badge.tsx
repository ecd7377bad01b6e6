import { useState } from 'preact/hooks';
import { t } from '../../platform/messages';
import { switchMarksOff, switchMarksOn } from '../../platform/saved-mark';
import { askForTabs } from '../../platform/tabs-permission';
import { journal } from '../../storage/database';
import { setting } from '../../storage/settings';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';

/** Whether saved pages are marked on the toolbar button. It needs a permission, which comes and goes with it. */
export function Badge({ tell, failed }: SectionProps) {
  const on = useLive(() => setting(journal, 'badge'), [], failed) ?? false;
  const [refused, setRefused] = useState(false);

  async function change(box: HTMLInputElement): Promise<void> {
    // The browser asks now or never: nothing may come between the click and this.
    const given = !box.checked || (await askForTabs());
    setRefused(!given);
    if (!given) box.checked = false;
    else await (box.checked ? switchMarksOn() : switchMarksOff());
    if (given) tell(t('settingSaved'));
  }

  return (
    <section>
      <label>
        <input
          id="badge"
          type="checkbox"
          checked={on}
          onChange={(event) => void change(event.currentTarget).catch(failed)}
        />
        {t('badge')}
      </label>
      <p class="hint">{t('badgeHelp')}</p>
      <p class="problem" role="alert">
        {refused && t('badgeRefused')}
      </p>
    </section>
  );
}
