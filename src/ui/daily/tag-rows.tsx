import { useState } from 'preact/hooks';
import type { TagCount } from '../../core/tag-counts';
import { language, t } from '../../platform/messages';

/** As many as stand beside a calendar without pushing it out of sight. */
const FOLDED = 12;

/** Tags with counts, each leading to a page. Long lists are folded. */
export function TagRows({ title, rows, href }: { title: string; rows: TagCount[]; href(tag: string): string }) {
  const [whole, setWhole] = useState(false);
  const folded = !whole && rows.length > FOLDED + 1;
  return (
    <>
      <h2>{title}</h2>
      <ul class="tag-rows" aria-label={title}>
        {(folded ? rows.slice(0, FOLDED) : rows).map(({ tag, count }) => (
          <li key={tag}>
            <a href={href(tag)}>{tag}</a>
            <span>{count.toLocaleString(language())}</span>
          </li>
        ))}
      </ul>
      {folded && (
        <button
          type="button"
          class="plain"
          onClick={(event) => {
            // The button goes; the first tag that it brought takes over.
            const list = event.currentTarget.previousElementSibling;
            setWhole(true);
            requestAnimationFrame(() => list?.querySelector<HTMLElement>(`li:nth-child(${FOLDED + 1}) a`)?.focus());
          }}
        >
          {t('showAll', rows.length)}
        </button>
      )}
    </>
  );
}
