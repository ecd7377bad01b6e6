import { asChosen, type ImportOptions } from '../core/import-options';
import { type ImportedLink, settled } from '../core/imported-link';
import type { Link } from '../core/link';
import { matchKey } from '../core/match-key';
import { uniteLinks } from '../core/merge';
import type { ReadResult } from '../core/read-result';
import { sameContent } from '../core/save';
import type { TagUse } from '../core/tags';
import { CountChanges } from './counts';
import type { BinRow, Journal } from './database';
import { freshId } from './fresh-id';
import { isExtra, type KnownExtras, knownExtras, planExtra } from './import-extras';
import type { ImportCounts, TakenEntry } from './import-state';
import { rewrittenTags, tidyImported } from './tidy-imported';

/** Rewritten tags that are told of. */
const MOST_REWRITTEN = 500;

/** What the journal has of the pages, and of the ids, that some entries bring. */
export interface Known {
  byKey: Map<string, Link>;
  ids: Set<string>;
  /** Left out where no entry is one of those. */
  extras?: KnownExtras;
}

/** What is to be written for some entries. */
export interface ImportPlan {
  entries: TakenEntry[];
  /** Links as they are to be, by their ids. */
  writes: Map<string, Link>;
  changes: CountChanges;
  /** And into the bin. */
  binned: BinRow[];
}

/** Call it inside a transaction over `links` and `extraTables`. */
export async function knownOf(results: ReadResult[], db: Journal): Promise<Known> {
  const links = results.flatMap((result) => (result.kind === 'link' ? result.link : []));
  const ids = links.flatMap(({ id }) => id ?? []);
  const extras = results.filter(isExtra);
  const [known, taken, binned, knownOfExtras] = await Promise.all([
    db.links
      .where('key')
      .anyOf(links.map(({ url }) => matchKey(url)))
      .toArray(),
    ids.length ? db.links.where('id').anyOf(ids).primaryKeys() : [],
    // Ids of the bin count too: what lies there may come back.
    ids.length ? db.bin.where('id').anyOf(ids).primaryKeys() : [],
    extras.length ? knownExtras(extras, db) : undefined,
  ]);
  return {
    byKey: new Map(known.map((link) => [link.key, link])),
    ids: new Set([...taken, ...binned]),
    ...(knownOfExtras && { extras: knownOfExtras }),
  };
}

/**
 * Decides what becomes of entries, one after another, and lets `known` know it: a page that comes twice is one link.
 * @param uses of tags, whose spelling is that of the journal; new ones are added
 * @param first how many entries of the file came before
 */
export function planImport(
  results: ReadResult[],
  known: Known,
  { uses, options, first = 0 }: { uses: Map<string, TagUse>; options: ImportOptions; first?: number },
): ImportPlan {
  const plan: ImportPlan = { entries: [], writes: new Map(), changes: new CountChanges(), binned: [] };
  results.forEach((result, place) => {
    if (result.kind === 'skipped') {
      plan.entries.push(result);
      return;
    }
    if (isExtra(result)) {
      if (!known.extras) throw new RangeError('what the journal has of it was not read');
      const { taken, row } = planExtra(result, known.extras, options);
      plan.entries.push(taken);
      if (row) plan.binned.push(row);
      return;
    }
    const key = matchKey(result.link.url);
    const before = known.byKey.get(key);
    // What came a moment ago is not what the journal had before.
    if (before && options.keepKnown && !plan.writes.has(before.id)) {
      plan.entries.push({ kind: 'kept', id: before.id });
      return;
    }
    const imported = settled(asChosen(result, options), before);
    const own = {
      id: before?.id ?? freeId(imported, first + place, known.ids),
      key,
      private: imported.private ?? before?.private ?? options.privateUnsaid,
    };
    const link = tidyImported(imported, own, uses);
    const after = before ? uniteLinks(before, link) : link;
    if (before && sameContent(before, after)) {
      plan.entries.push({ kind: 'same', id: before.id });
      return;
    }
    plan.entries.push(
      before ? { kind: 'changed', before, after } : { kind: 'added', id: after.id, changedAt: after.changedAt },
    );
    plan.changes.replace(before, after);
    plan.writes.set(after.id, after);
    known.ids.add(after.id);
    known.byKey.set(key, after);
  });
  return plan;
}

/** The link's own id, unless another page has it. Others of the same second keep the file's order. */
function freeId({ id, savedAt }: ImportedLink, place: number, ids: ReadonlySet<string>): string {
  return id && !ids.has(id) ? id : freshId(savedAt * 1000, place);
}

/** @returns what is counted by now, with what becomes of some more entries */
export function counted(
  before: ImportCounts,
  entries: TakenEntry[],
  results: ReadResult[],
  { uses, options }: { uses: Map<string, TagUse>; options: ImportOptions },
): ImportCounts {
  const counts = { ...before, rewritten: new Map(before.rewritten) };
  entries.forEach((entry, place) => {
    const { kind } = entry;
    if ('of' in entry) {
      if (kind === 'added' || kind === 'changed') counts[entry.of] += 1;
      return;
    }
    counts[kind] += 1;
    const result = results[place];
    if (result?.kind !== 'link' || (kind !== 'added' && kind !== 'changed')) return;
    if (counts.rewritten.size >= MOST_REWRITTEN) return;
    for (const [tag, now] of rewrittenTags(asChosen(result, options).tags, uses)) counts.rewritten.set(tag, now);
  });
  return counts;
}
