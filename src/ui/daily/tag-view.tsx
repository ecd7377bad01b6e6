import { useEffect } from 'preact/hooks';
import { ALL_TAGS_HASH, tagHash } from '../../core/route';
import { plural, t } from '../../platform/messages';
import { countTagged, relatedTags, spelledTags, taggedLinks } from '../../storage/tagged';
import { focusWhenThere } from '../parts/focus';
import { useLive } from '../parts/use-live';
import { FoundLinks } from './found-links';
import { TagRows } from './tag-rows';
import { useFound } from './use-found';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

/** Tags that are named beside those of the page. */
const RELATED = 30;

/** The links that have all of these tags, the newest first. */
export function TagView(props: ViewProps & { tags: string[] }) {
  const { tags: asked, actions, travelled, failed } = props;
  const address = tagHash(...asked);
  const found = useFound(address, () => taggedLinks(asked), failed);
  useShownLinks(found?.links, actions, failed);
  const tags = useLive(() => spelledTags(asked), [address], failed);
  const count = useLive(() => countTagged(asked), [address], failed);
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
          <p>
            {count === 0 && t(tags.length > 1 ? 'noTagTogether' : 'noTag')}
            {count !== undefined && count > 0 && plural('links', count)}
          </p>
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
