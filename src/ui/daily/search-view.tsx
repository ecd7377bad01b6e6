import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { marksOf, parseQuery } from '../../core/query';
import { searchHash } from '../../core/route';
import { withoutExclusions } from '../../core/search-text';
import { countTags } from '../../core/tag-counts';
import { plural, t } from '../../platform/messages';
import { searchLinks } from '../../storage/search';
import { focusWhenThere } from '../parts/focus';
import { Marks } from '../parts/marked';
import { FoundLinks } from './found-links';
import { SearchHelp } from './search-help';
import { TagRows } from './tag-rows';
import { type Found, useFound } from './use-found';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

/** What a search finds, by day, with what was looked for marked. */
export function SearchView({ text, travelled, actions, failed }: ViewProps & { text: string }) {
  const found = useFound(text, () => searchLinks(text), failed);
  useShownLinks(found?.links, actions, failed);
  const looked = found?.of ?? text;
  const marking = useMemo(() => {
    const query = parseQuery(looked);
    return (part: string) => marksOf(query, part);
  }, [looked]);
  const title = text.trim() ? t('searchTitle', text.trim()) : t('search');
  useEffect(() => {
    document.title = t('dailyTitle', title);
  }, [title]);
  useEffect(() => {
    if (travelled) focusWhenThere('h1');
  }, []);
  const count = found && looked.trim() ? countText(found) : '';
  const said = useSettled(looked, count);
  const nothing = Boolean(count) && found?.ended === true && !found.links.length;
  return (
    <>
      {/* `data-found` says what is answered: while one types, the answer before stays. */}
      <main data-found={found?.of}>
        <header class="day">
          <h1 tabIndex={-1}>{title}</h1>
          {nothing ? <Nothing text={looked} /> : <p>{count}</p>}
          <p class="visually-hidden" role="status">
            {said}
          </p>
          <SearchHelp open={nothing || !looked.trim()} />
        </header>
        {found && (
          <Marks.Provider value={marking}>
            <FoundLinks found={found} actions={actions} />
          </Marks.Provider>
        )}
      </main>
      <aside>{found && <Narrower found={found} />}</aside>
    </>
  );
}

/** The tags of some of what is shown: each narrows the search. */
function Narrower({ found: { of, links } }: { found: Found }) {
  const rows = useMemo(() => countTags(links).filter(({ count }) => count < links.length), [links]);
  if (!rows.length) return null;
  return (
    <nav class="period-tags" aria-label={t('tags')}>
      <TagRows title={t('tagsBeside')} rows={rows} href={(tag) => searchHash(`${of.trim()} #${tag}`)} />
    </nav>
  );
}

function countText({ links, ended }: Found): string {
  return ended ? plural('found', links.length) : plural('foundSoFar', links.length);
}

/** Where the focus goes from the search box, as it does to the first of what is found. */
function Nothing({ text }: { text: string }) {
  const wider = withoutExclusions(text);
  return (
    <div class="nothing" tabIndex={-1}>
      <p>{t('nothingFound')}</p>
      {wider && wider !== text && (
        <p>
          <a href={searchHash(wider)}>{t('searchWider', wider)}</a>
        </p>
      )}
    </div>
  );
}

/** How long nothing is typed before a count is said, in ms. */
const SETTLED = 700;

/** The count to say aloud: once a search, when it is typed; not at every letter, and not while one scrolls. */
function useSettled(looked: string, count: string): string {
  const [said, setSaid] = useState('');
  const latest = useRef(count);
  latest.current = count;
  useEffect(() => {
    const timer = setTimeout(() => setSaid(latest.current), SETTLED);
    return () => clearTimeout(timer);
  }, [looked]);
  return said;
}
