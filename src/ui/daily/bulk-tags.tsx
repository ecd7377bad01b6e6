import { useMemo, useState } from 'preact/hooks';
import { type BulkChange, type Changeable, countChanging } from '../../core/bulk-change';
import { type TagUse, tagIdentity, uniqueTags } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { Dialog } from '../parts/dialog';
import { TagField } from '../parts/tag-field';
import { nowSeconds } from './actions';

interface BulkTagsProps {
  count: number;
  /** Undefined until they are read. */
  links: Changeable[] | undefined;
  uses: TagUse[];
  server: boolean;
  onDo(change: BulkChange): void;
  onCancel(): void;
  failed(error: unknown): void;
}

/** Which tags many links get, and which are taken away from them. */
export function BulkTags({ count, links, uses, server, onDo, onCancel, failed }: BulkTagsProps) {
  const [add, setAdd] = useState({ tags: [] as string[], text: '' });
  const [remove, setRemove] = useState(add);
  const theirs = useMemo(() => usesIn(links ?? []), [links]);
  const shared = { page: '', now: nowSeconds(), failed };
  const change = (): BulkChange => ({ field: 'tags', add: endedTags(add), remove: endedTags(remove) });
  return (
    <Dialog title={t('bulkTags', plural('linkCount', count))} onClose={onCancel}>
      <form
        class="form bulk-tags"
        onSubmit={(event) => {
          event.preventDefault();
          onDo(change());
        }}
      >
        <fieldset>
          <legend>{t('addTags')}</legend>
          <TagField id="add-tags" {...add} {...shared} uses={uses} onChange={(tags, text) => setAdd({ tags, text })} />
        </fieldset>
        <fieldset>
          <legend>{t('takeTags')}</legend>
          <TagField
            id="take-tags"
            {...remove}
            {...shared}
            uses={theirs}
            onChange={(tags, text) => setRemove({ tags, text })}
          />
        </fieldset>
        <p role="status">{links && previewText(links, add.tags, remove.tags)}</p>
        {server && <p class="hint">{t('changesThere')}</p>}
        <div class="buttons">
          <button type="button" class="quiet" onClick={onCancel}>
            {t('cancel')}
          </button>
          <button type="submit" class="primary">
            {t('changeTheirTags')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The tags with the one that is still being typed. */
function endedTags({ tags, text }: { tags: string[]; text: string }): string[] {
  return uniqueTags([...tags, text]);
}

/** What would happen, in sentences: how many links get the tags, how many have them already, how many lose some. */
function previewText(links: Changeable[], add: string[], remove: string[]): string {
  const have = links.length - countChanging(links, { field: 'tags', add, remove: [] });
  const lose = countChanging(links, { field: 'tags', add: [], remove });
  const name = (tags: string[]) => tags.map((tag) => `#${tag}`).join(' ');
  return [
    add.length > 0 && t('bulkAdd', name(add), plural('linkCount', links.length)),
    add.length > 0 && have > 0 && plural('bulkHave', have),
    remove.length > 0 &&
      (lose ? t('bulkTake', name(remove), plural('linkCount', lose)) : t('bulkTakeNone', name(remove))),
  ]
    .filter(Boolean)
    .join(' ');
}

/** How often each tag is on those links. */
function usesIn(links: Changeable[]): TagUse[] {
  const uses = new Map<string, TagUse>();
  for (const tag of links.flatMap(({ tags }) => tags)) {
    const use = uses.get(tagIdentity(tag)) ?? { tag, count: 0, last: 0 };
    uses.set(tagIdentity(tag), { ...use, count: use.count + 1 });
  }
  return [...uses.values()];
}
