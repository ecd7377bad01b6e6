import { type Bases, draftOf, emptyForm, type Form, learn, restoreDraft, shownValues, type Typed } from './form';
import type { Instant, Link } from './link';
import { matchKey } from './match-key';
import { noFacts } from './page-answer';
import { knownSite } from './title-choices';

/**
 * What was typed into one open form and not saved. Every form writes a draft of its own, so that two forms on the same page overwrite
 * nothing; a form that puts a draft back goes on from it, and replaces it with its own at the next change.
 */
export interface Draft {
  /** Its own, time-ordered. */
  key: string;
  /** Where it was typed: see `draftPlace`. */
  place: string;
  /** Address and title as the form showed them, for a list of drafts. */
  url: string;
  title: string;
  /** Name of the site, as the page gave it. */
  site?: string;
  at: Instant;
  typed: Typed;
  bases: Bases;
  /** When it was first found to be older than drafts are kept. */
  dueAt?: Instant;
}

/** Where drafts are kept: in the journal, or in memory for private windows. */
export interface DraftStore {
  /** The drafts of a place, the newest last. */
  read(place: string): Promise<Draft[]>;
  /**
   * Drops drafts, and keeps one instead of them where one is given. The whole order is given to the browser at once, before anything
   * is waited for: the form may be gone in the next moment.
   */
  replace(gone: string[], draft?: Draft): Promise<void>;
}

const A_DAY = 24 * 3600;
/** Drafts are kept for so long after their last change (s). */
export const DRAFT_KEPT = 30 * A_DAY;
/** And for so long after they were found to be older than that (s). */
export const DRAFT_GRACE = A_DAY;

/** The place of drafts of the form that adds a link by hand. */
export const ADDING = 'adding';

/** The one place of drafts of all pages whose address the browser hides. */
export const HIDDEN = 'hidden';

/** The place of drafts of a page: its match key, where it has an address. */
export function draftPlace(url: string): string {
  return url ? matchKey(url) : HIDDEN;
}

/** The draft of a form; undefined when nothing was touched. */
export function draftIn(form: Form, lying: Pick<Draft, 'key' | 'place' | 'at'>): Draft | undefined {
  const kept = draftOf(form);
  const { url, title } = shownValues(form);
  return kept && { ...lying, url, title, site: knownSite(form.known), ...kept };
}

/** The form as it was when the draft was kept; `link` is what the journal has of the page by now. */
export function formOfDraft(draft: Draft, link?: Link): Form {
  const { url, title, site } = draft;
  // The title has been cleaned already: as one of the page's own it stays as it is.
  const page = { ...noFacts, site: site ?? '', title, titles: [title] };
  return restoreDraft(learn(emptyForm, { tab: { url, title }, page, ...(link && { link }) }), draft);
}

/** False for a draft that only takes quotes away from a link that is gone itself. */
export function saysSomething({ draft, link }: { draft: Draft; link?: Link }): boolean {
  const { earlier = [], ...others } = draft.typed;
  return link !== undefined || Object.keys(others).length > 0 || earlier.some(([, now]) => now);
}

/** Until when a draft is kept at least: 30 days after its last change, or a day from when it was found to be older. */
export function keptUntil({ at, dueAt }: Draft, now: Instant): Instant {
  const due = at + DRAFT_KEPT;
  return due >= now ? due : Math.min(dueAt ?? now, now) + DRAFT_GRACE;
}
