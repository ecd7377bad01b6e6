import { useEffect, useState } from 'preact/hooks';
import { emptyForm, learn, saveOf, typeInto } from '../../core/form';
import type { TabEntry } from '../../core/open-tabs';
import { uniqueTags } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { tagUses } from '../../storage/counts';
import { journal } from '../../storage/database';
import { firstDays } from '../../storage/reading';
import { saveLinks } from '../../storage/save-many';
import { TagField } from '../parts/tag-field';
import { useLive } from '../parts/use-live';
import type { Done } from './report';
import { TabList } from './tab-list';

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
  const [tags, setTags] = useState<{ ended: string[]; typed: string }>({ ended: [], typed: '' });
  const [hidden, setHidden] = useState(false);
  const [saving, setSaving] = useState(false);
  const uses = useLive(async () => [...(await tagUses(journal)).values()], [], failed) ?? [];
  const known = useLive(() => firstDays(entries.map((entry) => entry.key)), [], failed) ?? new Map();
  const chosen = entries.filter((entry) => entry.chosen);

  // The list is looked through from its beginning, whatever has the focus.
  useEffect(() => document.getElementById('tags')?.focus({ preventScroll: true }), []);

  async function save(): Promise<void> {
    if (saving || !chosen.length) return;
    setSaving(true);
    try {
      const all = uniqueTags([...tags.ended, tags.typed]);
      const saves = chosen.map(({ tab }) => {
        const tagged = typeInto(learn(emptyForm, { tab }), 'tags', all);
        return saveOf(hidden ? typeInto(tagged, 'private', true) : tagged).save;
      });
      const outcomes = await saveLinks(saves, clockNow());
      const skipped = entries.filter((entry) => entry.skipped && entry.wished);
      onDone({ pages: chosen, outcomes, tagged: all.length > 0, skipped });
    } catch (error) {
      setSaving(false);
      failed(error);
    }
  }

  if (!entries.length) return <p>{t('tabsNone')}</p>;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
        event.preventDefault();
        void save();
      }}
    >
      {privately && <p class="notice">{t('privateWindow')}</p>}
      <TabList entries={entries} known={known} onChange={onChange} />
      <div class="fields">
        <TagField
          id="tags"
          tags={tags.ended}
          text={tags.typed}
          uses={uses}
          page=""
          now={Math.floor(clockNow().ms / 1000)}
          readOnly={saving}
          failed={failed}
          onChange={(ended, typed) => setTags({ ended, typed })}
        />
        <footer>
          <label>
            <input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />
            {t('private')}
          </label>
          <span class="buttons">
            <button class="primary" type="submit" aria-keyshortcuts="Control+Enter" disabled={saving || !chosen.length}>
              {plural('savePages', chosen.length)} <kbd aria-hidden="true">Ctrl ⏎</kbd>
            </button>
          </span>
        </footer>
      </div>
    </form>
  );
}
