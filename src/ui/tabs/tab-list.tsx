import { shownAddress } from '../../core/address';
import { emptyForm, learn, shownValues } from '../../core/form';
import type { Day } from '../../core/link';
import type { TabEntry } from '../../core/open-tabs';
import { plural, t } from '../../platform/messages';
import { shownDay } from '../parts/dates';

/** The tabs, each with its box to tick, below a box for all. What cannot be saved says why. */
export function TabList(props: {
  entries: TabEntry[];
  /** First days of the pages that are in the journal, by match key. */
  known: ReadonlyMap<string, Day>;
  onChange(entries: TabEntry[]): void;
}) {
  const { entries, known, onChange } = props;
  const open = entries.filter((entry) => !entry.skipped);
  const chosen = open.filter((entry) => entry.chosen).length;
  const choose = (wanted: TabEntry | undefined, to: boolean) =>
    onChange(
      entries.map((entry) => (!entry.skipped && (!wanted || wanted === entry) ? { ...entry, chosen: to } : entry)),
    );
  return (
    <fieldset class="tab-list">
      <legend>
        <label>
          <input
            id="all"
            type="checkbox"
            checked={chosen > 0 && chosen === open.length}
            indeterminate={chosen > 0 && chosen < open.length}
            disabled={!open.length}
            onChange={(event) => choose(undefined, event.currentTarget.checked)}
          />
          {t('allTabs')}
        </label>
        <span>{t('chosenOf', chosen, open.length)}</span>
      </legend>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <label class={entry.skipped ? 'skipped' : ''}>
              <input
                type="checkbox"
                checked={entry.chosen}
                disabled={Boolean(entry.skipped)}
                onChange={(event) => choose(entry, event.currentTarget.checked)}
              />
              <span class="title" dir="auto">
                {shownTitle(entry)}
              </span>
              <Remarks entry={entry} day={known.get(entry.key)} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** The title under which a page will be saved. */
function shownTitle({ tab, skipped }: TabEntry): string {
  return (skipped ? tab.title : shownValues(learn(emptyForm, { tab })).title) || tab.url;
}

function Remarks({ entry, day }: { entry: TabEntry; day: Day | undefined }) {
  const { tab, tabs, skipped } = entry;
  return (
    <small>
      {skipped !== 'blankTab' && <span dir="ltr">{skipped ? tab.url : shownAddress(tab.url)}</span>}
      {tabs > 1 && <span>{plural('inTabs', tabs)}</span>}
      {day && <span class="known">{t('savedOn', shownDay(day))}</span>}
      {skipped && <span>{t(`skipped_${skipped}`)}</span>}
    </small>
  );
}
