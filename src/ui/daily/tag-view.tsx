import { useEffect } from 'preact/hooks';
import { ALL_TAGS_HASH, tagHash } from '../../core/route';
import type { TagUse } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { relatedTags, spelledTags, taggedAfter, taggedLinks } from '../../storage/tagged';
import { focusWhenThere } from '../parts/focus';
import { useLive } from '../parts/use-live';
import { FoundLinks } from './found-links';
import { TagRows } from './tag-rows';
import { type Found, useFound } from './use-found';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

/** Tags that are named beside those of the page. */
const RELATED = 30;

/** The links that have all of these tags, the newest first. */
export function TagView(props: ViewProps & { tags: string[] }) {
  const { tags: asked, actions, travelled, failed } = props;
  const address = tagHash(...asked);
  const found = useFound(
    address,
    () => taggedLinks(asked),
    failed,
    (id) => taggedAfter(asked, id),
  );
  useShownLinks(found?.links, actions, failed);
  const tags = useLive(() => spelledTags(asked), [address], failed);
  const related = useLive(() => relatedTags(asked, RELATED), [address], failed);
  const name = tags?.join(' + ') ?? '';
  useEffect(() => {
    if (name) document.title = t('dailyTitle', name);
  }, [name]);
  useEffect(() => {
    if (travelled) focusWhenThere('h1');
  }, [address]);
  if (!found || !tags) return null;
  return (
    <>
      <main>
        <header class="day">
          <h1 tabIndex={-1}>{name}</h1>
          <p>{countText(found, tags, actions.uses)}</p>
          {tags.length > 1 && <Chips tags={tags} />}
        </header>
        <FoundLinks found={found} actions={actions} />
      </main>
      <aside>
        <nav class="period-tags" aria-label={t('tags')}>
          {related && related.length > 0 && (
            <TagRows title={t('tagsBeside')} rows={related} href={(tag) => tagHash(...tags, tag)} />
          )}
          <p>
            <a href={ALL_TAGS_HASH}>{t('allTags')}</a>
          </p>
        </nav>
      </aside>
    </>
  );
}

/** How many links there are: known of one tag, of several when all are shown. */
function countText({ links, ended }: Found, tags: string[], uses: TagUse[]): string {
  const use = tags.length === 1 ? uses.find(({ tag }) => tag === tags[0]) : undefined;
  if (use) return plural('links', use.count);
  if (!ended) return plural('foundSoFar', links.length);
  return links.length ? plural('links', links.length) : t(tags.length > 1 ? 'noTagTogether' : 'noTag');
}

/** The tags of the page, each of which can be dropped. */
function Chips({ tags }: { tags: string[] }) {
  return (
    <ul class="tags" aria-label={t('tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <a href={tagHash(...tags.filter((one) => one !== tag))} aria-label={t('withoutTag', tag)}>
            {tag} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
