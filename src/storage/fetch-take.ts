import type { Link } from '../core/link';
import { CountChanges } from './counts';
import { type Journal, journal } from './database';
import { type Decision, decide, type Known, knownOf } from './fetch-plan';
import { keepUndo } from './fetch-undo';
import {
  type Fetch,
  type FetchCounts,
  type Fetched,
  fetchedAfter,
  noFetchCounts,
  sameRun,
  TakenUpElsewhere,
} from './fetched';
import { readGround } from './ground';
import { type Clock, momentNow } from './links';
import { writeServer } from './server';
import { rewrittenTags } from './tidy-imported';
import { touch } from './touched';
import type { Twin } from './twins';

/** Links in one transaction: few enough that a page does not stand still for long. */
const AT_ONCE = 500;

/**
 * Takes what was read over into the journal, some links in a transaction; it goes on where it was broken off. Links that come from the
 * server do not go back to it, but for those that both sides changed.
 * @param signal stops it between two transactions
 * @returns what was taken over; undefined where it was stopped
 * @throws TakenUpElsewhere
 */
export async function takeFetched(
  run: Pick<Fetch, 'run'>,
  { clock, signal }: { clock: Clock; signal?: AbortSignal },
  db: Journal = journal,
): Promise<Fetched | undefined> {
  const tables = [...db.written, db.twins, db.doubles, db.fetched, db.fetchUndo, db.bin, db.settings];
  while (!signal?.aborted) {
    const fetched = await db.transaction('rw', tables, async () => takeSome(await sameRun(run, db), clock, db));
    if (fetched) return fetched;
  }
  return undefined;
}

/** Call it inside a transaction over what it writes. Undefined while there is more. */
async function takeSome(fetch: Fetch, clock: Clock, db: Journal): Promise<Fetched | undefined> {
  // Begun anew by another window after this one had seen the whole: what is not read yet would never be asked for again.
  if (fetch.reading) throw new TakenUpElsewhere();
  const { after, counts } = fetch.taking ?? { after: -1, counts: noFetchCounts() };
  const remotes = await fetchedAfter(after, AT_ONCE, db);
  const last = remotes.at(-1);
  if (!last) return finish(fetch, counts, clock, db);
  const [known, now] = [await knownOf(remotes, db), await momentNow(clock, db)];
  const before = new Map(known.byId);
  const decisions = remotes.map((remote) => decide(remote, known, now));
  const untouched = !changesAny(counts);
  for (const decision of decisions) count(decision, counts, known);
  // A fetch that changes nothing leaves the way back from the one before.
  if (untouched && changesAny(counts)) await db.fetchUndo.clear();
  await write(decisions, { known, before }, db);
  await writeServer('fetch', { ...fetch, taking: { after: last.id, counts } }, db);
  return undefined;
}

function changesAny({ added, changed }: FetchCounts): boolean {
  return added + changed > 0;
}

async function finish({ began }: Fetch, counts: FetchCounts, clock: Clock, db: Journal): Promise<Fetched> {
  const fetched: Fetched = { upTo: began, at: clock.ms, counts };
  await db.fetched.clear();
  await db.server.delete('fetch');
  await writeServer('fetched', fetched, db);
  return fetched;
}

export function count({ kind, double, remote }: Decision, counts: FetchCounts, { uses }: Pick<Known, 'uses'>): void {
  counts[kind] += 1;
  if (double) counts.doubles += 1;
  if (kind !== 'added' && kind !== 'changed') return;
  for (const [tag, now] of rewrittenTags(remote.tags, uses)) counts.rewritten.set(tag, now);
}

async function write(
  decisions: Decision[],
  { known, before }: { known: Known; before: Map<string, Link> },
  db: Journal,
): Promise<void> {
  const written = decisions.filter(({ kind }) => kind === 'added' || kind === 'changed');
  const ids = new Set(written.flatMap(({ after, gone }) => [after?.id ?? [], gone?.id ?? []].flat()));
  const changes = [...ids].map((id) => ({ id, before: before.get(id), after: known.byId.get(id) }));
  const counts = new CountChanges();
  for (const change of changes) counts.replace(change.before, change.after);
  // What goes makes room for who gets its key.
  await db.links.bulkDelete(changes.filter(({ after }) => !after).map(({ id }) => id));
  await db.links.bulkPut(changes.flatMap(({ after }) => after ?? []));
  // The server knows what comes from it.
  await counts.apply(db, { ...(await readGround(db)), touching: false });
  const back = decisions.flatMap((decision) => (decision.back ? [decision.after?.id ?? ''] : []));
  if (back.length) await touch(back, db);
  await writeTwins(decisions, changes, known, db);
}

async function writeTwins(
  decisions: Decision[],
  changes: { id: string; before: Link | undefined; after: Link | undefined }[],
  known: Known,
  db: Journal,
): Promise<void> {
  const twins = new Map<string, Twin | undefined>();
  const doubles = new Map<number, Twin | undefined>();
  for (const { remote, twin, double } of decisions) {
    const old = known.twinsThere.get(remote.id);
    if (twin && old && (double || old.id !== twin.id) && !twins.has(old.id)) twins.set(old.id, undefined);
    if (twin && !double) twins.set(twin.id, twin);
    if (twin) doubles.set(remote.id, double ? twin : undefined);
  }
  await keepUndo(changes, { twins, doubles }, known, db);
  // What goes, or gives its number to another, makes room first.
  const moved = [...twins].filter(
    ([id, twin]) => known.stored.has(id) && known.stored.get(id)?.remote !== twin?.remote,
  );
  await db.twins.bulkDelete(moved.map(([id]) => id));
  await db.twins.bulkPut(rowsOf(twins));
  await db.doubles.bulkDelete(
    [...doubles].flatMap(([remote, twin]) => (!twin && known.doubles.has(remote) ? remote : [])),
  );
  await db.doubles.bulkPut(rowsOf(doubles));
}

function rowsOf(twins: Map<unknown, Twin | undefined>): Twin[] {
  return [...twins.values()].filter((twin) => twin !== undefined);
}
