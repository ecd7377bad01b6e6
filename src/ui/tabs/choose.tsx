import { useEffect, useState } from 'preact/hooks';
import { emptyForm, learn, saveOf, typeInto } from '../../core/form';
import type { Day } from '../../core/link';
import type { TabEntry } from '../../core/open-tabs';
import type { Save } from '../../core/save';
import { uniqueTags } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { firstDays } from '../../storage/reading';
import { saveLinks } from '../../storage/save-many';
import { startTags } from '../../storage/start-tags';
import { useLive } from '../parts/use-live';
import { Fields, type Given, tagsFor } from './fields';
import type { Done } from './report';
import { TabList } from './tab-list';

const NONE: ReadonlyMap<string, Day> = new Map();

/** The list to choose from, with one set of tags for all. */
export function Choose(props: {
  entries: TabEntry[];
  /** The tabs are a private window's. */
  privately: boolean;
  onChange(entries: TabEntry[]): void;
  onDone(done: Done): void;
  failed(error: unknown): void;
}) {
  const { entries, privately, onChange, onDone, failed } = props;
  const [given, setGiven] = useState<Given>({ tags: [], typed: '', private: false, forNew: [] });
  const [saving, setSaving] = useState(false);
  const known = useLive(() => firstDays(entries.map((entry) => entry.key)), [], failed) ?? NONE;
  const chosen = entries.filter((entry) => entry.chosen);

  useEffect(() => {
    // The list is looked through from its beginning, whatever has the focus.
    document.getElementById('tags')?.focus({ preventScroll: true });
    const begin = (forNew: string[]) =>
      setGiven((old) => ({ ...old, forNew, tags: uniqueTags([...forNew, ...old.tags]) }));
    void startTags().then(begin, failed);
  }, []);

  async function save(): Promise<void> {
    if (saving || !chosen.length) return;
    setSaving(true);
    try {
      const saves = chosen.map((entry) => saveOfPage(entry, given, known.has(entry.key)));
      const outcomes = await saveLinks(saves, clockNow());
      const skipped = entries.filter((entry) => entry.skipped && entry.wished);
      onDone({ pages: chosen, outcomes, tagged: tagsFor(given, true).length > 0, skipped });
    } catch (error) {
      setSaving(false);
      failed(error);
    }
  }

  if (!entries.length) return <p>{t('tabsNone')}</p>;
  return (
    <form
      class="form"
      onSubmit={(event) => doInstead(event, save)}
      onKeyDown={(event) => isSaving(event) && doInstead(event, save)}
    >
      {privately && <p class="notice">{t('privateTabs')}</p>}
      <TabList entries={entries} known={known} onChange={onChange} />
      <Fields given={given} count={chosen.length} saving={saving} onChange={setGiven} failed={failed} />
    </form>
  );
}

/** What saving a tab means: its page with the tags, and nothing else of it touched. */
function saveOfPage({ tab }: TabEntry, given: Given, known: boolean): Save {
  const tagged = typeInto(learn(emptyForm, { tab }), 'tags', tagsFor(given, known));
  return saveOf(given.private ? typeInto(tagged, 'private', true) : tagged).save;
}

/** Ctrl+Enter, and ⌘ Enter on a Mac. */
function isSaving(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing;
}

function doInstead(event: Event, work: () => Promise<void>): void {
  event.preventDefault();
  void work();
}
