import { uniqueTags } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { tagUses } from '../../storage/tag-uses';
import { TagField } from '../parts/tag-field';
import { useLive } from '../parts/use-live';

/** What all pages of the list get. */
export interface Given {
  tags: string[];
  /** A tag that is typed but not ended. */
  typed: string;
  private: boolean;
  /** Those of the tags that only new links get: the person's own way to begin one. */
  forNew: string[];
}

/** The tags for a page, whether it is in the journal already or not. */
export function tagsFor(given: Given, known: boolean): string[] {
  const all = uniqueTags([...given.tags, given.typed]);
  return known ? all.filter((tag) => !given.forNew.includes(tag)) : all;
}

/** One set of tags for all pages, and the button that saves so many. */
export function Fields(props: {
  given: Given;
  count: number;
  saving: boolean;
  onChange(given: Given): void;
  failed(error: unknown): void;
}) {
  const { given, count, saving, onChange, failed } = props;
  const uses = useLive(async () => [...(await tagUses(journal)).values()], [], failed) ?? [];
  return (
    <div class="fields">
      <TagField
        id="tags"
        tags={given.tags}
        text={given.typed}
        uses={uses}
        page=""
        now={Math.floor(clockNow().ms / 1000)}
        readOnly={saving}
        onChange={(tags, typed) => onChange({ ...given, tags, typed })}
        failed={failed}
      />
      <footer>
        <label>
          <input
            type="checkbox"
            checked={given.private}
            onChange={(event) => onChange({ ...given, private: event.currentTarget.checked })}
          />
          {t('private')}
        </label>
        <span class="buttons">
          <button class="primary" type="submit" aria-keyshortcuts="Control+Enter" disabled={saving || !count}>
            {plural('savePages', count)} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </button>
        </span>
      </footer>
    </div>
  );
}
