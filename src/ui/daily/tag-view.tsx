import { useEffect } from 'preact/hooks';
import { plural, t } from '../../platform/messages';
import { readTag } from '../../storage/reading';
import { focusWhenThere } from '../parts/focus';
import { useLive } from '../parts/use-live';
import { LinkCard } from './link-card';
import { useShownLinks } from './use-shown-links';
import type { ViewProps } from './view';

const NEWEST = 200;

/** The newest links with a tag. */
export function TagView(
  props: ViewProps & {
    /** As the journal spells it. */
    tag: string;
  },
) {
  const { tag, travelled, actions, failed } = props;
  const use = actions.uses.find((one) => one.tag === tag);
  const links = useLive(() => readTag(tag, NEWEST), [tag], failed);
  useShownLinks(links, actions, failed);
  useEffect(() => {
    document.title = t('dailyTitle', tag);
    if (travelled) focusWhenThere('h1');
  }, [tag]);
  if (!links) return null;
  return (
    <main class="alone">
      <header class="day">
        <h1 tabIndex={-1}>{tag}</h1>
        <p>
          {links.length
            ? `${t('actionOn', t('tagPage', tag), plural('linkCount', use?.count ?? links.length))}.`
            : t('noTag')}{' '}
          {links.length === NEWEST && t('tagPageNewest', NEWEST)}
        </p>
      </header>
      {links.map((link) => {
        const day = link.days[0] ?? '';
        const entry = { link, at: link.savedAt, offset: link.offset, quotes: link.quotes, firstDay: undefined };
        return <LinkCard key={link.id} entry={entry} day={day} dated actions={actions} />;
      })}
    </main>
  );
}
