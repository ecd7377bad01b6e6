import type { Entry, Link, Passage, Quote } from './link';
import { hasQuote, joinNotes } from './merge';
import type { PageFacts } from './page-answer';
import type { Save } from './save';
import { uniqueTags } from './tags';
import { knownSite, titleChoices } from './title-choices';
import { withoutTracking } from './tracking';

/**
 * The form in which a link is saved or edited, as a value.
 *
 * What it knows arrives in any order: the tab, the page's answer, the stored link, a draft. So nothing is copied when it arrives:
 * what a field shows is worked out from what is there (`shownValues`), and what a person types stands above all of it.
 */
export interface Form {
  known: Known;
  typed: Typed;
  bases: Bases;
}

/** What the form was told so far. */
export interface Known {
  /** Address (unwrapped, otherwise exact) and title of the tab. */
  tab?: { url: string; title: string };
  /** What the page answered. */
  page?: PageFacts;
  /** The link that the journal has for this page. */
  link?: Link;
}

/** All fields as they are shown. */
export interface FormValues {
  url: string;
  title: string;
  /** The new passage, never an earlier one. */
  quote: string;
  /** The texts of the link's quotes, in their order; empty where removed. */
  earlier: string[];
  note: string;
  tags: string[];
  /** A tag that is typed but not ended. */
  tag: string;
  private: boolean;
}

/** Fields that a person has touched. Earlier quotes are told apart by their text: pairs of what it was and what it is now. */
export type Typed = Partial<Omit<FormValues, 'earlier'>> & { earlier?: [was: string, now: string][] };

/** What touched fields showed before they were touched: see `mergeForm`. */
export type Bases = Partial<Pick<FormValues, 'url' | 'title' | 'note' | 'tags' | 'private'>>;

export type Field = Exclude<keyof FormValues, 'earlier'>;

export const emptyForm: Form = { known: {}, typed: {}, bases: {} };

export function shownValues({ known, typed }: Form): FormValues {
  const quotes = known.link?.quotes ?? [];
  return { ...untouchedValues(known), ...typed, earlier: quotes.map((quote) => earlierText(quote, typed)) };
}

/** The form after a person changed a field. The first change remembers what stood there. */
export function typeInto<Name extends Field>(form: Form, field: Name, value: FormValues[Name]): Form {
  const { quote: _quote, tag: _tag, earlier: _earlier, ...before } = untouchedValues(form.known);
  const based = field in before && !(field in form.bases);
  const bases = based ? { ...form.bases, [field]: before[field as keyof Bases] } : form.bases;
  return { ...form, typed: { ...form.typed, [field]: value }, bases };
}

/** The form after an earlier quote was edited; an empty text removes it. */
export function typeEarlier(form: Form, quote: Quote, text: string): Form {
  const others = (form.typed.earlier ?? []).filter(([was]) => was !== quote.text);
  return { ...form, typed: { ...form.typed, earlier: [...others, [quote.text, text]] } };
}

/** The form after it learnt something more. */
export function learn(form: Form, more: Known): Form {
  return meet({ ...form, known: { ...form.known, ...more } });
}

/** The form with a draft put back. What was typed meanwhile stays: texts below the draft's, tags united, a title typed now wins. */
export function restoreDraft(form: Form, draft: { typed: Typed; bases: Bases }): Form {
  const now = form.typed;
  const then = draft.typed;
  const typed: Typed = { ...then, ...now };
  if (then.note !== undefined && now.note !== undefined) typed.note = joinNotes(then.note, now.note);
  if (then.quote !== undefined && now.quote !== undefined) typed.quote = joinNotes(then.quote, now.quote);
  if (then.tags && now.tags) typed.tags = uniqueTags([...then.tags, ...now.tags]);
  const restored = meet({ ...form, typed, bases: { ...form.bases, ...draft.bases } });
  if (!then.tag || now.tag === undefined) return restored;
  // A tag that was not ended then is one now, since another one is being typed.
  return typeInto(restored, 'tags', uniqueTags([...shownValues(restored).tags, then.tag]));
}

/**
 * What was typed without knowing the link meets it: tags are united with its own, and the edit of a quote that is there no more
 * becomes part of the new passage, in sight.
 */
function meet(form: Form): Form {
  const { link } = form.known;
  if (!link) return form;
  const { tags, earlier = [], quote = '' } = form.typed;
  const typed = { ...form.typed };
  const bases = { ...form.bases };
  if (tags && !bases.tags?.length) {
    typed.tags = uniqueTags([...link.tags, ...tags]);
    bases.tags = link.tags;
  }
  const lost = earlier.filter(([was, now]) => now && now !== was && !link.quotes.some((one) => one.text === was));
  if (lost.length) {
    typed.quote = lost.reduce((text, [, now]) => joinNotes(text, now), quote);
    typed.earlier = earlier.filter((edit) => !lost.includes(edit));
  }
  return { ...form, typed, bases };
}

/**
 * What to keep as a draft: all that was typed, and the passage even where the page gave it, since the selection will be gone.
 * Undefined when nothing was touched.
 */
export function draftOf(form: Form): { typed: Typed; bases: Bases } | undefined {
  if (!Object.keys(form.typed).length) return undefined;
  const { quote } = shownValues(form);
  return { typed: { ...form.typed, ...(quote && { quote }) }, bases: form.bases };
}

/** A selection that the page offers while the quote field holds something else (a draft, or a typed text); empty when none. */
export function offeredPassage(form: Form): string {
  const fresh = untouchedValues(form.known).quote;
  const { quote } = shownValues(form);
  return fresh && !quote.includes(fresh) ? fresh : '';
}

/** What saving the form means: what it showed at first, what is in it now, and the new passage. */
export function saveOf(form: Form): { save: Save; passage: Passage } {
  const { known, bases } = form;
  const before = untouchedValues(known);
  const now = shownValues(form);
  const quotes = known.link?.quotes ?? [];
  const site = knownSite(known);
  const base: Entry = { ...entryOf({ ...before, ...bases }), site, quotes };
  const edited = quotes.map((quote, place) => ({ ...quote, text: now.earlier[place] ?? quote.text }));
  const tags = uniqueTags([...now.tags, now.tag]);
  return {
    save: { base, form: { ...entryOf(now), site, tags, quotes: edited } },
    passage: { text: now.quote, anchor: '' },
  };
}

function entryOf({ url, title, note, tags, private: hidden }: FormValues): Omit<Entry, 'quotes' | 'site'> {
  return { url, title, note, tags, private: hidden };
}

function untouchedValues(known: Known): FormValues {
  const { tab, page, link } = known;
  return {
    // A known page keeps the address under which it was first saved.
    url: link?.url ?? withoutTracking(tab?.url ?? '').address,
    title: titleChoices(known)[0] ?? '',
    quote: freshPassage(page?.quote ?? '', link),
    earlier: [],
    note: link?.note ?? '',
    tags: link?.tags ?? [],
    tag: '',
    private: link?.private ?? false,
  };
}

/** A passage that the link has already is not taken twice. */
function freshPassage(text: string, link: Link | undefined): string {
  const taken = { text: text.trimEnd(), at: 0, offset: 0, day: '', anchor: '' };
  return link && hasQuote(link.quotes, taken) ? '' : text;
}

function earlierText(quote: Quote, typed: Typed): string {
  return typed.earlier?.find(([was]) => was === quote.text)?.[1] ?? quote.text;
}
