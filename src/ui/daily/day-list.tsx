import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Day } from '../../core/link';
import { dayHash } from '../../core/route';
import { plural } from '../../platform/messages';
import type { Digest, DigestDay } from '../../storage/digest';
import { dayHeading } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { cardOf, type LinkActions } from './actions';
import { Blocks } from './blocks';
import { CardHeading } from './card';
import { DayNote } from './day-note';
import { useInPieces } from './in-pieces';
import { isDrawnAlike, LinkCard, type LinkCardProps } from './link-card';

interface DayListProps {
  digest: Digest;
  notes: Map<Day, string>;
  actions: LinkActions;
  failed(error: unknown): void;
}

/** The cards of a period, day by day; of a single day without its heading, which is the page's. */
export function DayList({ digest, notes, actions, failed }: DayListProps) {
  const { period } = digest;
  const days = useMemo(() => withNotes(digest.days, notes), [digest, notes]);
  const entries = useMemo(() => days.flatMap((one) => one.entries), [days]);
  let left = useInPieces(entries).length;
  const [formDay, setFormDay] = useState<Day>();
  if (period.kind === 'day')
    return digest.days[0] ? <Cards of={digest.days[0]} count={left} actions={actions} /> : null;

  // A link that stands on several days has one form, on the day where it was opened.
  const standsOn = days.filter((one) => one.entries.some(({ link }) => link.id === actions.editing));
  const opened = standsOn.find(({ day }) => day === formDay) ?? standsOn[0];
  return (
    <>
      {days.map((one) => {
        const count = Math.min(left, one.entries.length);
        const isDue = left > 0 || !one.entries.length;
        left -= count;
        const text = notes.get(one.day) ?? '';
        const more = { editing: one === opened ? actions.editing : '', onEdit: setFormDay };
        return isDue && <Section key={one.day} of={one} count={count} {...more} {...{ text, actions, failed }} />;
      })}
    </>
  );
}

/** Days that have a note and no link stand there too. */
function withNotes(days: DigestDay[], notes: Map<Day, string>): DigestDay[] {
  const linked = new Set(days.map(({ day }) => day));
  const others = [...notes.keys()].filter((day) => !linked.has(day)).map((day) => ({ day, entries: [] }));
  return others.length ? [...days, ...others].sort((a, b) => (a.day < b.day ? -1 : 1)) : days;
}

interface CardsProps {
  of: DigestDay;
  /** As many as are drawn by now. */
  count: number;
  actions: LinkActions;
}

/** A month may have thousands: only what has changed is as much as looked at again, which Preact knows by its being another node. */
function Cards({ of, count, actions }: CardsProps) {
  const [blocks] = useState(() => new Blocks());
  const drawn = useRef(new Map<string, VNode<LinkCardProps>>());
  return useMemo(() => {
    const cards = of.entries.slice(0, count).map((entry) => {
      const before = drawn.current.get(entry.link.id);
      const now = { entry, day: of.day, actions };
      return before && isDrawnAlike(before.props, now) ? before : <LinkCard key={entry.link.id} {...now} />;
    });
    drawn.current = new Map(cards.map((card) => [card.props.entry.link.id, card]));
    return blocks
      .cut(cards, ({ props }) => props.entry.link.id)
      .map(({ name, items }) => (
        <div key={name} class="block" style={{ '--cards': items.length }}>
          {items}
        </div>
      ));
  }, [of, count, actions]);
}

interface SectionProps extends CardsProps {
  text: string;
  /** The link whose form is open on this day. */
  editing: string;
  onEdit(day: Day): void;
  failed(error: unknown): void;
}

/** One day among others. */
function Section({ of, count, text, editing, actions, onEdit, failed }: SectionProps) {
  const { day, entries } = of;
  const own = useMemo(() => ({ ...actions, ...onDay(day, actions, onEdit), editing }), [day, actions, editing]);
  return (
    <section class="of-day" data-day={day} aria-labelledby={`day-${day}`}>
      <header>
        <h2 id={`day-${day}`}>
          <a href={dayHash(day)}>{dayHeading(day)}</a>
        </h2>
        <span>{entries.length > 0 && plural('linkCount', entries.length)}</span>
      </header>
      <DayNote day={day} text={text} failed={failed} />
      <CardHeading.Provider value="h3">
        <Cards of={of} count={count} actions={own} />
      </CardHeading.Provider>
    </section>
  );
}

/** The actions of cards that may stand on other days of the page too: the focus comes back to the one that is meant. */
function onDay(day: Day, actions: LinkActions, onEdit: (day: Day) => void) {
  const here = (selector: string) => `[data-day="${day}"] ${selector}`;
  return {
    edit(id) {
      onEdit(day);
      actions.edit(id);
    },
    close: (back, left) => actions.close(here(back), left),
    async change(link, ...more) {
      await actions.change(link, ...more);
      focusWhenThere(here(cardOf(link.id)));
    },
  } satisfies Partial<LinkActions>;
}
