import type { Day, Link } from '../../core/link';
import { dayHash } from '../../core/route';
import { shownDay } from '../parts/dates';
import type { LinkActions } from './actions';
import { CardHeading } from './card';
import { LinkCard } from './link-card';
import { ShowMore } from './show-more';
import type { Found } from './use-found';

/** Links that were found, the newest first, under the days on which they were saved; more of them while one scrolls. */
export function FoundLinks({ found, actions }: { found: Found; actions: LinkActions }) {
  const last = found.links.at(-1)?.id ?? '';
  return (
    <CardHeading.Provider value="h3">
      {/* Side by side, not a section a day: a link that comes onto another day is drawn again where it stands. */}
      {found.links.flatMap((link, place) => {
        const day = firstDay(link);
        const before = found.links[place - 1];
        const entry = { link, at: link.savedAt, offset: link.offset, quotes: link.quotes, firstDay: undefined };
        const card = <LinkCard key={link.id} entry={entry} day={day} actions={actions} />;
        return before && firstDay(before) === day ? card : [<DayHeading key={`day ${link.id}`} day={day} />, card];
      })}
      {!found.ended && (
        <ShowMore
          key={`more of ${found.of}`}
          more={found.more}
          next={`[data-id="${CSS.escape(last)}"] ~ article :is(a, button, input)`}
        />
      )}
    </CardHeading.Provider>
  );
}

function DayHeading({ day }: { day: Day }) {
  return (
    <h2 class="found-day">
      <a href={dayHash(day)}>{shownDay(day)}</a>
    </h2>
  );
}

const firstDay = (link: Link) => link.days[0] ?? '';
