import { useEffect, useMemo, useState } from 'preact/hooks';
import { fold } from '../../core/fold';
import { tagHash } from '../../core/route';
import type { TagUse } from '../../core/tags';
import { language, plural, t } from '../../platform/messages';
import { focusWhenThere } from '../parts/focus';
import { ShowMore } from './show-more';
import type { ViewProps } from './view';

type Order = 'name' | 'count';

/** Tags that are shown at once, and whenever the end of the list comes near. */
const PIECE = 300;

/** Every tag there is. */
export function AllTagsView({ travelled, actions }: ViewProps) {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<Order>('name');
  const [shown, setShown] = useState(PIECE);
  const sorted = useMemo(() => inOrder(actions.uses, order), [actions.uses, order]);
  const found = useMemo(() => sorted.filter(({ folded }) => folded.includes(fold(filter.trim()))), [sorted, filter]);
  useEffect(() => {
    document.title = t('dailyTitle', t('allTags'));
    if (travelled) focusWhenThere('h1');
  }, []);
  useEffect(() => setShown(PIECE), [filter, order]);
  const last = found[shown - 1]?.use.tag ?? '';
  return (
    <main>
      <header class="day">
        <h1 tabIndex={-1}>{t('allTags')}</h1>
        <p>
          {actions.uses.length ? plural('tagCount', actions.uses.length) : t('noTags')}{' '}
          <a href="settings.html#tags">{t('changeTags')}</a>
        </p>
      </header>
      {actions.uses.length > 0 && (
        <div class="tags-choice">
          <label>
            <span>{t('tagFilter')}</span>
            <input
              id="all-tags-filter"
              type="search"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={filter}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
          </label>
          <label>
            <span>{t('sortTags')}</span>
            <select value={order} onChange={(event) => setOrder(event.currentTarget.value as Order)}>
              <option value="name">{t('sortByName')}</option>
              <option value="count">{t('sortByCount')}</option>
            </select>
          </label>
        </div>
      )}
      <ul class="tag-rows all" aria-label={t('tags')}>
        {found.slice(0, shown).map(({ use }) => (
          <li key={use.tag} data-tag={use.tag}>
            <a href={tagHash(use.tag)}>{use.tag}</a>
            <span>{use.count.toLocaleString(language())}</span>
          </li>
        ))}
      </ul>
      <p class="hint" role="status">
        {filter && (found.length ? plural('tagCount', found.length) : t('noTagFound'))}
      </p>
      {found.length > shown && (
        <ShowMore more={() => setShown(shown + PIECE)} next={`[data-tag="${CSS.escape(last)}"] ~ li a`} />
      )}
    </main>
  );
}

function inOrder(uses: TagUse[], order: Order): { use: TagUse; folded: string }[] {
  const compare = new Intl.Collator(language(), { numeric: true }).compare;
  const byName = (a: TagUse, b: TagUse) => compare(a.tag, b.tag);
  return uses
    .toSorted(order === 'name' ? byName : (a, b) => b.count - a.count || byName(a, b))
    .map((use) => ({ use, folded: fold(use.tag) }));
}
