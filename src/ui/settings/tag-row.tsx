import { useEffect, useRef, useState } from 'preact/hooks';
import { tagHash } from '../../core/route';
import { type Renaming, renamingOf } from '../../core/tag-changes';
import type { TagUse } from '../../core/tags';
import { plural, t } from '../../platform/messages';

export interface TagRowProps {
  use: TagUse;
  /** All tags, by identity. */
  uses: ReadonlyMap<string, TagUse>;
  /** Something is being done to a tag; nothing else can be meanwhile. */
  busy: boolean;
  /** Its name is being changed. */
  renaming: boolean;
  onRename(): void;
  onSave(name: string): void;
  onCancel(): void;
  onDelete(): void;
}

/** A tag with its number of links and what can be done to it. */
export function TagRow(props: TagRowProps) {
  const { use, busy } = props;
  if (props.renaming) return <RenamingRow {...props} />;
  return (
    <li data-tag={use.tag}>
      <a href={`daily.html${tagHash(use.tag)}`}>{use.tag}</a>
      <span class="count">{plural('linkCount', use.count)}</span>
      <span class="acts">
        <button
          type="button"
          class="plain rename"
          aria-label={t('renameTag', use.tag)}
          aria-disabled={busy}
          onClick={() => busy || props.onRename()}
        >
          {t('rename')}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={t('deleteTag', use.tag)}
          aria-disabled={busy}
          onClick={() => busy || props.onDelete()}
        >
          {t('delete')}
        </button>
      </span>
    </li>
  );
}

function RenamingRow({ use, uses, busy, onSave, onCancel }: TagRowProps) {
  const [typed, setTyped] = useState(use.tag);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const renaming = renamingOf(use.tag, typed, uses);
  return (
    <li data-tag={use.tag}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!renaming.name) field.current?.focus();
          else if (!busy) onSave(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing && !busy) onCancel();
        }}
      >
        <input
          ref={field}
          type="text"
          dir="auto"
          aria-label={t('newTagName', use.tag)}
          aria-describedby="rename-hint"
          aria-invalid={!renaming.name}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          readOnly={busy}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span class="acts">
          <button type="submit" class="primary" aria-disabled={busy}>
            {t('save')}
          </button>
          <button type="button" class="plain" aria-disabled={busy} onClick={() => busy || onCancel()}>
            {t('cancel')}
          </button>
        </span>
        <p class="hint" id="rename-hint" role="status">
          {hintOf(renaming, typed)}
        </p>
      </form>
    </li>
  );
}

/** What saving that name will do, where it is not what one would expect. */
function hintOf({ name, joins }: Renaming, typed: string): string {
  if (!name) return t('error_noTagName');
  if (joins) return t('tagJoins', joins.tag, plural('linkCount', joins.count));
  return name === typed.trim() ? '' : t('tagKeptAs', name);
}
