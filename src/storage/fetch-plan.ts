import type { WhereClause } from 'dexie';
import type { Link, Moment } from '../core/link';
import { matchKey } from '../core/match-key';
import { uniteLinks } from '../core/merge';
import { readServerLink, type ServerLink, sameWritten, writtenLink } from '../core/server-link';
import { mergeRemote } from '../core/server-merge';
import type { TagUse } from '../core/tags';
import type { Journal } from './database';
import { freshId } from './fresh-id';
import { setting } from './settings';
import { knownSpelling, readUses } from './tag-uses';
import { tidyImported } from './tidy-imported';
import { isTwin, type Twin, twinOf } from './twins';

/** What becomes of a link that was read from the server. */
export interface Decision {
  remote: ServerLink;
  /** `left`: its page was deleted here. */
  kind: 'added' | 'changed' | 'same' | 'left';
  before?: Link;
  after?: Link;
  /** A link whose page turns out to be that of `after`, and which has become part of it. */
  gone?: Link;
  /** What both sides agree on by it; none where nothing is to be known of it. */
  twin?: Twin;
  /** The page has another link there; this one is known beside it. */
  double: boolean;
  /** Both sides changed: what came of it is to go back. */
  back: boolean;
}

/** What the journal knows of the pages of some links, as it is while they are decided upon, one after another. */
export interface Known {
  byKey: Map<string, Link>;
  byId: Map<string, Link>;
  /** Twins that are there still, by the link's id. */
  twins: Map<string, Twin>;
  /** Rows as they are stored, whether they are true or not: twins by the link's id and by their number, doubles by theirs. */
  stored: Map<string, Twin>;
  twinsThere: Map<number, Twin>;
  doubles: Map<number, Twin>;
  /** Keys of pages that lie in the bin. */
  binned: Set<string>;
  uses: Map<string, TagUse>;
  dayStart: number;
}

/** Call it inside a transaction over what it reads. @param remotes part of what a fetch has read */
export async function knownOf(remotes: ServerLink[], db: Journal): Promise<Known> {
  const keys = remotes.map(({ url }) => matchKey(url));
  const numbers = remotes.map(({ id }) => id);
  const [found, twinsThere, doubles, binned, uses, dayStart] = await Promise.all([
    db.links.where('key').anyOf(keys).toArray(),
    withNumbers(db.twins.where('remote'), numbers),
    withNumbers(db.doubles.where('remote'), numbers),
    db.bin.where('key').anyOf(keys).toArray(),
    readUses(db),
    setting(db, 'dayStart'),
  ]);
  const byId = new Map(found.map((link) => [link.id, link]));
  const others = [...twinsThere, ...doubles].map(({ id }) => id).filter((id) => !byId.has(id));
  for (const link of await db.links.bulkGet(others)) if (link) byId.set(link.id, link);
  const twins = (await db.twins.bulkGet([...byId.keys()])).filter((twin) => twin !== undefined);
  return {
    byKey: new Map([...byId.values()].map((link) => [link.key, link])),
    byId,
    twins: new Map((await stillThere(twins, db)).map((twin) => [twin.id, twin])),
    stored: new Map([...twins, ...twinsThere].map((twin) => [twin.id, twin])),
    twinsThere: new Map(twinsThere.map((twin) => [twin.remote, twin])),
    doubles: new Map(doubles.map((twin) => [twin.remote, twin])),
    binned: new Set(binned.map(({ key }) => key)),
    uses: uses.all(),
    dayStart,
  };
}

/** Rows by ascending numbers. Where these lie close together, all between the first and the last come sooner than each by itself. */
async function withNumbers<K, New>(remote: WhereClause<Twin, K, New>, numbers: number[]): Promise<Twin[]> {
  const [first = 0, last = -1] = [numbers[0], numbers.at(-1)];
  if (last - first > CLOSE * numbers.length) return remote.anyOf(numbers).toArray();
  const wanted = new Set(numbers);
  return (await remote.between(first, last, true, true).toArray()).filter((twin) => wanted.has(twin.remote));
}

const CLOSE = 4;

/** Everything that could be in a page's way was read: what was not read is not there any more. */
async function stillThere(twins: Twin[], db: Journal): Promise<Twin[]> {
  const remotes = await db.fetched.bulkGet(twins.map(({ remote }) => remote));
  return twins.filter((twin, place) => {
    const remote = remotes[place];
    return remote && isTwin(twin, remote);
  });
}

/**
 * Decides what becomes of a link from the server, and lets `known` know it. A link is the one that it was known as before, else that
 * of the same page. Two links there of one page are both merged into the link here; nothing is lost, and nothing comes twice.
 */
export function decide(remote: ServerLink, known: Known, now: Moment): Decision {
  const key = matchKey(remote.url);
  const twin = [known.twinsThere.get(remote.id), known.doubles.get(remote.id)].find(
    (one) => one && isTwin(one, remote),
  );
  const own = twin && known.byId.get(twin.id);
  const local = own ?? known.byKey.get(key);
  const nothing = { remote, double: false, back: false };
  if (!local)
    return twin || known.binned.has(key) ? { ...nothing, kind: 'left' } : { ...nothing, ...add(remote, key, known) };
  // Something was sent after this was read.
  if (own && isNewer(twin, remote)) return { ...nothing, kind: 'same', before: own, after: own };
  const merged = spelled(
    mergeRemote(local, remote, own && twin?.common, { now, dayStart: known.dayStart }),
    local,
    known,
  );
  const decision = { ...nothing, ...merge(local, merged, known) };
  const agreed = twinOf(decision.after.id, remote);
  const primary = known.twins.get(agreed.id);
  const double = primary !== undefined && primary.remote !== remote.id;
  if (!double) known.twins.set(agreed.id, agreed);
  const back = decision.kind === 'changed' && own !== undefined && !double && !says(decision.after, remote, known);
  return { ...decision, twin: agreed, double, back };
}

function add(remote: ServerLink, key: string, known: Known): Pick<Decision, 'kind' | 'after' | 'twin'> {
  const id = freshId(readServerLink(remote, known.dayStart).savedAt * 1000 + (remote.id % 1000));
  const after = asLink(remote, { id, key }, known);
  known.byId.set(id, after);
  known.byKey.set(key, after);
  const twin = twinOf(id, remote);
  known.twins.set(id, twin);
  return { kind: 'added', after, twin };
}

function merge(
  local: Link,
  merged: Link,
  known: Known,
): { kind: 'changed' | 'same'; before: Link; after: Link; gone?: Link } {
  if (merged === local) return { kind: 'same', before: local, after: local };
  const other = known.byKey.get(merged.key);
  known.byKey.delete(local.key);
  if (!other || other.id === local.id) {
    known.byId.set(local.id, merged);
    known.byKey.set(merged.key, merged);
    return { kind: 'changed', before: local, after: merged };
  }
  const united = uniteLinks(other, merged);
  known.byId.delete(local.id);
  known.byId.set(united.id, united);
  known.byKey.set(united.key, united);
  return { kind: 'changed', before: other, after: united, gone: local };
}

function asLink(remote: ServerLink, { id, key }: Pick<Link, 'id' | 'key'>, { uses, dayStart }: Known): Link {
  return tidyImported(readServerLink(remote, dayStart), { id, key, private: remote.private }, uses);
}

function spelled(merged: Link, local: Link, { uses }: Known): Link {
  return merged === local ? local : { ...merged, tags: knownSpelling(merged.tags, uses) };
}

/** True where the link says what the server has, once that is tidied. */
function says(link: Link, remote: ServerLink, known: Known): boolean {
  return sameWritten(writtenLink(link), writtenLink(asLink(remote, link, known)));
}

function isNewer(twin: Twin | undefined, remote: ServerLink): boolean {
  return (Date.parse(twin?.updated || '') || 0) > (Date.parse(remote.updated) || 0);
}
