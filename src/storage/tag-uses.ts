import { type TagUse, tagIdentity } from '../core/tags';
import { type RecentChange, readRecent } from './count-rows';
import type { Journal } from './database';
import type { Tables } from './plainly';

/** Uses of tags, by identity, as a transaction finds them. */
export class Uses {
  readonly #recent = new Map<string, TagUse>();

  constructor(
    readonly rest: ReadonlyMap<string, TagUse>,
    /** What is not added up yet, in its order. */
    readonly changes: readonly RecentChange[],
  ) {
    for (const [identity, { tag, count, last }] of changes.flatMap(({ tags }) => [...tags])) {
      const old = this.#recent.get(identity) ?? rest.get(identity) ?? { tag, count: 0, last: 0 };
      // A tag that no link had any more is spelled as it comes back.
      const spelled = old.count > 0 ? old.tag : tag;
      this.#recent.set(identity, { tag: spelled, count: old.count + count, last: Math.max(old.last, last) });
    }
  }

  get(identity: string): TagUse | undefined {
    const use = this.#recent.get(identity) ?? this.rest.get(identity);
    return use && use.count > 0 ? use : undefined;
  }

  all(): Map<string, TagUse> {
    return new Map([...this.rest, ...this.#recent].filter(([identity]) => this.get(identity)));
  }
}

/** What was read last of the large row: a page needs it again and again, and it seldom changes. */
let kept: { since: string; tags: ReadonlyMap<string, TagUse> } | undefined;

/** Call it inside a transaction over `counts`. */
export async function readUses({ counts }: Pick<Tables, 'counts'>): Promise<Uses> {
  const { since, changes } = await readRecent({ counts });
  if (since === undefined || since !== kept?.since) {
    const row = await counts.get('tags');
    kept = { since: since ?? '', tags: row && 'tags' in row ? row.tags : new Map() };
  }
  return new Uses(kept.tags, changes);
}

/** Uses of every tag, by identity. */
export async function tagUses(db: Journal): Promise<Map<string, TagUse>> {
  return (await currentUses(db)).all();
}

/** Uses of tags as they are now, outside of a transaction. */
export function currentUses(db: Journal): Promise<Uses> {
  return db.transaction('r', db.counts, () => readUses(db));
}

/** Tags in the spelling in which the journal first met them. */
export function knownSpelling(tags: string[], uses: Pick<Uses, 'get'>): string[] {
  return tags.map((tag) => uses.get(tagIdentity(tag))?.tag ?? tag);
}
