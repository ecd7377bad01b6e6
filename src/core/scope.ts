import type { Period } from './period';

/** Some of the journal's links, as a person means them: what a page shows, what is exported, published, sent or changed. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'period'; period: Period }
  /** The links that have all of these tags, each as the journal spells it. */
  | { kind: 'tags'; tags: string[] }
  /** What a search finds, see `query.ts`. */
  | { kind: 'search'; text: string }
  | { kind: 'selection'; ids: string[] };
