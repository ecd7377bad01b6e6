import { useEffect, useState } from 'preact/hooks';
import { fold } from '../../core/fold';
import type { TagUse } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { tagUses } from '../../storage/tag-uses';
import { focusWhenThere } from '../parts/focus';
import { WayBack } from '../parts/toast';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';
import { TagRow } from './tag-row';
import { changeText, useTagChanges } from './use-tag-changes';

/** Tags that are listed at once. */
const LISTED = 100;

/** All tags there are: to be renamed, united and deleted. */
export function Tags(say: SectionProps) {
  const uses = useLive(() => tagUses(journal), [], say.failed);
  return uses ? <TagList {...say} uses={uses} /> : null;
}

function TagList({ uses, tell, failed }: SectionProps & { uses: Map<string, TagUse> }) {
  const [filter, setFilter] = useState('');
  const [renaming, setRenaming] = useState('');
  const { working, last, rename, remove, undo, forget } = useTagChanges(failed);
  // Who was sent here by a page of tags: the list was not there yet when the browser looked for it.
  useEffect(() => {
    if (location.hash === '#tags') document.getElementById('tags')?.scrollIntoView();
  }, []);
  const found = sorted(uses).filter((use) => fold(use.tag).includes(fold(filter.trim())));

  function close(): void {
    setRenaming('');
    focusWhenThere(renameButton(renaming));
  }

  async function save(name: string): Promise<void> {
    if (name.trim() === renaming) close();
    else if (await rename(renaming, name)) setRenaming('');
  }

  async function takeBack(): Promise<void> {
    const tag = last?.tag.tag ?? '';
    const outcome = await undo();
    if (!outcome) return;
    tell(outcome);
    // The tag may lie beyond those that are listed: then the focus stays where it can be found.
    document.getElementById('tag-filter')?.focus();
    focusWhenThere(renameButton(tag));
  }

  return (
    <section id="tags" aria-busy={working !== ''}>
      <h2>{t('tags')}</h2>
      <div class="tag-news" role="status">
        {working && <p class="toast">{working}</p>}
        {last && !working && (
          <WayBack
            text={changeText(last)}
            done={last}
            onUndo={() => void takeBack()}
            onDismiss={() => {
              forget();
              focusWhenThere('#tag-filter');
            }}
          />
        )}
      </div>
      {uses.size === 0 && <p class="hint">{t('noTags')}</p>}
      {uses.size > 0 && (
        <>
          <label for="tag-filter">{t('tagFilter')}</label>
          <input
            id="tag-filter"
            type="search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        </>
      )}
      <ul class="tag-list" aria-label={t('tags')}>
        {found.slice(0, LISTED).map((use) => (
          <TagRow
            key={use.tag}
            use={use}
            uses={uses}
            busy={working !== ''}
            renaming={renaming === use.tag}
            onRename={() => setRenaming(use.tag)}
            onSave={(name) => void save(name)}
            onCancel={close}
            onDelete={() => void remove(use.tag)}
          />
        ))}
      </ul>
      <p class="hint" role="status">
        {uses.size > 0 && found.length === 0 && t('noTagFound')}
        {found.length > LISTED && plural('moreTags', found.length - LISTED)}
      </p>
    </section>
  );
}

/** The most used first. */
function sorted(uses: Map<string, TagUse>): TagUse[] {
  return [...uses.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}

const renameButton = (tag: string) => `[data-tag="${CSS.escape(tag)}"] .rename`;
