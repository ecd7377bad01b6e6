import type { Link, Moment } from '../core/link';
import { type Journal, journal } from './database';
import { type Decision, decide, knownOf } from './fetch-plan';
import { count } from './fetch-take';
import { type FetchCounts, fetchedAfter, noFetchCounts } from './fetched';
import { type Clock, momentNow } from './links';

const FIELDS = ['title', 'address', 'quotes', 'note', 'tags', 'private', 'date'] as const;

/** What of a link changes. */
export type ChangedField = (typeof FIELDS)[number];

/** One of the links that a fetch would take over, for people to see. */
export interface FetchExample {
  title: string;
  url: string;
  /** Of a known page. */
  fields: ChangedField[];
}

export interface FetchPreview {
  counts: FetchCounts;
  /** The first ones of each kind. */
  added: FetchExample[];
  changed: FetchExample[];
  left: FetchExample[];
  doubles: FetchExample[];
}

const AT_ONCE = 500;
/** Shown of each kind. */
const EXAMPLES = 10;
/** And as much of a title, or an address, as tells which one it is (characters): a server may send any amount. */
const SHOWN = 200;

/**
 * What taking over would do, with nothing written.
 * @param progress is told how many links were looked at
 * @param signal stops it
 */
export async function previewFetch(
  { clock, signal, progress = () => {} }: { clock: Clock; signal?: AbortSignal; progress?: (links: number) => void },
  db: Journal = journal,
): Promise<FetchPreview> {
  const preview: FetchPreview = { counts: noFetchCounts(), added: [], changed: [], left: [], doubles: [] };
  // Pages that are new by a batch before: to the journal they still are.
  const met = new Set<string>();
  const tables = [db.links, db.twins, db.doubles, db.fetched, db.bin, db.settings, db.counts];
  for (let after = -1, looked = 0; ; ) {
    signal?.throwIfAborted();
    const start = after;
    const batch = await db.transaction('r', tables, async () => {
      const remotes = await fetchedAfter(start, AT_ONCE, db);
      return { remotes, known: await knownOf(remotes, db), now: await momentNow(clock, db) };
    });
    const last = batch.remotes.at(-1);
    if (!last) return preview;
    lookAt(batch, met, preview);
    after = last.id;
    looked += batch.remotes.length;
    progress(looked);
  }
}

function lookAt(
  { remotes, known, now }: { remotes: Decision['remote'][]; known: Awaited<ReturnType<typeof knownOf>>; now: Moment },
  met: Set<string>,
  preview: FetchPreview,
): void {
  for (const remote of remotes) {
    const decided = decide(remote, known, now);
    const again = decided.kind === 'added' && met.has(decided.after?.key ?? '');
    const decision: Decision = again ? { ...decided, kind: 'changed', double: true } : decided;
    if (decision.kind === 'added') met.add(decision.after?.key ?? '');
    count(decision, preview.counts, known);
    const example = exampleOf(decision);
    if (decision.kind !== 'same') keepExample(preview[decision.kind], example);
    if (decision.double) keepExample(preview.doubles, example);
  }
}

function keepExample(examples: FetchExample[], example: FetchExample): void {
  if (examples.length < EXAMPLES) examples.push(example);
}

function exampleOf({ remote, before, after }: Decision): FetchExample {
  const fields = before && after ? FIELDS.filter((field) => partOf(before, field) !== partOf(after, field)) : [];
  return { title: remote.title.slice(0, SHOWN), url: remote.url.slice(0, SHOWN), fields };
}

function partOf(link: Link, field: ChangedField): string {
  const { title, site, url, quotes, note, tags, private: hidden, savedAt, days } = link;
  const parts: Record<ChangedField, unknown> = {
    title: [title, site],
    address: url,
    quotes: quotes.map(({ text, at, anchor }) => [text, at, anchor]),
    note,
    tags,
    private: hidden,
    date: [savedAt, days],
  };
  return JSON.stringify(parts[field]);
}
