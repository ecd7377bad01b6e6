import type { Day } from '../core/link';
import type { TagUse } from '../core/tags';
import type { Tables } from './plainly';

/**
 * Counts that would be dear to read from an index: links a day, one row a year (`days:2023`), and uses of every tag, one row (`tags`).
 * They change in the same transaction as the links they count. What changed since these rows were written stands in a small one
 * (`recent`), so that a save need not write the large ones.
 */
export type CountRow =
  | { name: `days:${string}`; days: Map<Day, number> }
  | { name: 'tags'; tags: Map<string, TagUse> }
  | Recent;

export interface Recent {
  name: 'recent';
  /** Another one whenever `tags` is written: who has read that row under this name has it still. */
  since: string;
  /** Links that came onto a day since then; less than none where they left it. */
  days: Map<Day, number>;
  /** Tags as they are used now; those whose count is 0 are gone. */
  tags: Map<string, TagUse>;
}

/** Uses of tags, by identity, as a transaction finds them. */
export class Uses {
  constructor(
    readonly recent: Recent | undefined,
    readonly rest: ReadonlyMap<string, TagUse>,
  ) {}

  get(identity: string): TagUse | undefined {
    const use = this.recent?.tags.get(identity) ?? this.rest.get(identity);
    return use?.count ? use : undefined;
  }

  all(): Map<string, TagUse> {
    return new Map([...this.rest, ...(this.recent?.tags ?? [])].filter(([identity]) => this.get(identity)));
  }
}

/** What was read last of the large row: a page needs it for every save, and it seldom changes. */
let kept = new Uses(undefined, new Map());

export async function readUses({ counts }: Pick<Tables, 'counts'>): Promise<Uses> {
  const recent = (await counts.get('recent')) as Recent | undefined;
  if (recent && recent.since === kept.recent?.since) return new Uses(recent, kept.rest);
  // Both in one go: between two, another window may write them.
  const [now, row] = await counts.bulkGet(['recent', 'tags']);
  kept = new Uses(now as Recent | undefined, row && 'tags' in row ? row.tags : new Map());
  return kept;
}

/** The rows for these uses of all tags, beside days that are yet to be added to their years. */
export function tagRows(tags: Map<string, TagUse>, days = new Map<Day, number>()): CountRow[] {
  return [
    { name: 'tags', tags },
    { name: 'recent', since: crypto.randomUUID(), days, tags: new Map() },
  ];
}
