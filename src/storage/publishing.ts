import { type DigestEntry, digestOfDay } from '../core/digest';
import type { Day, Instant, Link } from '../core/link';
import type { Scope } from '../core/scope';
import { type Journal, journal } from './database';
import { linksOf } from './scope';

/** Where each link of a scope is to stand. The links themselves are read when they are written: there may be many. */
export interface Plan {
  scope: Scope;
  places: Place[];
  /** Days that have a link here and a note of their own; empty where a scope is not made of whole days. */
  notes: Map<Day, string>;
}

interface Place {
  day: Day;
  id: string;
  private: boolean;
  changedAt: Instant;
}

/** What a person has agreed to publish. */
export interface Choice {
  privateToo: boolean;
  notesToo: boolean;
}

/**
 * Finds what there is to publish, by day. Weeks, months and the whole journal show a link on each of its days, with that day's quotes;
 * links that were found by a tag, by words or by hand stand once, on their first day, with all their quotes.
 * @throws what `signal` was aborted with
 */
export async function planOf(scope: Scope, signal?: AbortSignal, db: Journal = journal): Promise<Plan> {
  const places: Place[] = [];
  for await (const link of linksOf(scope, db)) {
    signal?.throwIfAborted();
    const { id, private: secret, changedAt } = link;
    for (const day of daysIn(scope, link)) places.push({ day, id, private: secret, changedAt });
  }
  places.sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
  return { scope, places, notes: await notesOf(scope, places, db) };
}

/** How much of it is published with that choice, and what stays out. Days of private links alone are not there at all. */
export function countPlan({ places, notes }: Plan, choice: Choice) {
  const open = places.filter((place) => choice.privateToo || !place.private);
  const days = new Set(open.map(({ day }) => day));
  return {
    links: new Set(open.map(({ id }) => id)).size,
    days: days.size,
    /** When the last of them was changed; 0 where there are none. */
    changedAt: open.reduce((last, place) => Math.max(last, place.changedAt), 0),
    /** Whether they are published or not. */
    privateLinks: new Set(places.filter((place) => place.private).map(({ id }) => id)).size,
    /** Notes on days that are published, whether the notes are or not. */
    notes: [...notes.keys()].filter((day) => days.has(day)).length,
  };
}

/** So many places are read at a time: few requests, little memory. */
const BATCH = 500;

/** The days as they are published now, in order; without what was deleted, or made private, since the plan was made. */
export async function* readPlan(plan: Plan, choice: Choice, db: Journal = journal) {
  const open = plan.places.filter((place) => choice.privateToo || !place.private);
  for (let from = 0; from < open.length; ) {
    let to = Math.min(from + BATCH, open.length);
    while (to < open.length && open[to]?.day === open[to - 1]?.day) to += 1;
    const batch = open.slice(from, to);
    const found = await db.links.bulkGet(batch.map(({ id }) => id));
    const links = found.filter((link) => link !== undefined && (choice.privateToo || !link.private)) as Link[];
    for (const [day, entries] of entriesByDay(plan.scope, batch, new Map(links.map((link) => [link.id, link])))) {
      yield { day, note: (choice.notesToo && plan.notes.get(day)) || '', entries };
    }
    from = to;
  }
}

function entriesByDay(scope: Scope, places: Place[], links: Map<string, Link>): Map<Day, DigestEntry[]> {
  const byDay = new Map<Day, Link[]>();
  for (const { day, id } of places) {
    const link = links.get(id);
    if (!link) continue;
    const there = byDay.get(day);
    if (there) there.push(link);
    else byDay.set(day, [link]);
  }
  const entries = (day: Day, there: Link[]) => (isOfDays(scope) ? digestOfDay(there, day) : there.map(wholeLink));
  return new Map([...byDay].map(([day, there]) => [day, entries(day, there)]));
}

function wholeLink(link: Link): DigestEntry {
  return { link, at: link.savedAt, offset: link.offset, quotes: link.quotes, firstDay: undefined };
}

function daysIn(scope: Scope, { days }: Link): Day[] {
  if (scope.kind === 'all') return days;
  if (scope.kind !== 'period') return days.slice(0, 1);
  const { first, last } = scope.period;
  return days.filter((day) => day >= first && day <= last);
}

function isOfDays({ kind }: Scope): boolean {
  return kind === 'all' || kind === 'period';
}

async function notesOf(scope: Scope, places: Place[], db: Journal): Promise<Map<Day, string>> {
  if (!isOfDays(scope)) return new Map();
  const days = [...new Set(places.map(({ day }) => day))];
  const rows = await db.dayNotes.bulkGet(days);
  return new Map(rows.flatMap((row) => (row?.text ? [[row.day, row.text] as const] : [])));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
