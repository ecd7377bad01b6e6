import { isStill } from './anchor';
import type { Entry, Link, Passage, Quote } from './link';
import { matchKey } from './match-key';
import { hasQuote, joinNotes } from './merge';
import type { PageFacts } from './page-answer';
import { type Save, takeQuote } from './save';
import { tagIdentity, uniqueTags } from './tags';
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
  /** The tags that a link starts with where the journal does not have the page. */
  startTags?: string[];
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

/**
 * Fields that a person has touched. Earlier quotes are told apart by their text: pairs of what it was and what it is now.
 * `from` is the passage as the page gave it when a draft was kept, since its anchor cannot be had again.
 */
export type Typed = Partial<Omit<FormValues, 'earlier'>> & { earlier?: [was: string, now: string][]; from?: Passage };

/**
 * What touched fields showed before they were touched: see `mergeForm`. Tags that a link was to start with are none of it, since no
 * link has them; those that stood there when the tags were touched are kept beside.
 */
export type Bases = Partial<Pick<FormValues, 'url' | 'title' | 'note' | 'tags' | 'private'>> & Pick<Known, 'startTags'>;

export type Field = Exclude<keyof FormValues, 'earlier'>;

export const emptyForm: Form = { known: {}, typed: {}, bases: {} };

export function shownValues({ known, typed }: Form): FormValues {
  const quotes = known.link?.quotes ?? [];
  const { from: _from, ...touched } = typed;
  return { ...untouchedValues(known), ...touched, earlier: quotes.map((quote) => earlierText(quote, typed)) };
}

/** The form after a person changed a field. The first change remembers what stood there. */
export function typeInto<Name extends Field>(form: Form, field: Name, value: FormValues[Name]): Form {
  return { ...form, typed: { ...form.typed, [field]: value }, bases: { ...basesOf(form.known, field), ...form.bases } };
}

function basesOf(known: Known, field: Field): Bases {
  const { url, title, note, private: hidden } = untouchedValues(known);
  const { link, startTags } = known;
  if (field === 'tags') return { tags: link?.tags ?? [], ...(startTags && { startTags }) };
  const before = { url, title, note, private: hidden };
  return field in before ? { [field]: before[field as keyof typeof before] } : {};
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
  if (then.earlier && now.earlier) {
    const again = new Set(now.earlier.map(([was]) => was));
    typed.earlier = [...then.earlier.filter(([was]) => !again.has(was)), ...now.earlier];
  }
  if (then.note !== undefined && now.note !== undefined) typed.note = joinNotes(then.note, now.note);
  if (then.quote !== undefined && now.quote !== undefined) typed.quote = joinNotes(then.quote, now.quote);
  if (then.tags && now.tags) typed.tags = uniqueTags([...then.tags, ...now.tags]);
  const restored = meet({ ...form, typed, bases: { ...form.bases, ...draft.bases } });
  if (!then.tag || now.tag === undefined) return restored;
  // A tag that was not ended then is one now, since another one is being typed.
  return typeInto(restored, 'tags', uniqueTags([...shownValues(restored).tags, then.tag]));
}

/** What was typed without knowing the link, or the tags that one starts with, meets them. */
function meet(form: Form): Form {
  return meetLink(meetStartTags(form));
}

/** Tags typed before are united with them. Later on they were in sight, and what was taken away of them stays away. */
function meetStartTags(form: Form): Form {
  const { typed, bases } = form;
  const { link, startTags } = form.known;
  if (link || !startTags || !typed.tags || bases.startTags) return form;
  const tags = uniqueTags([...startTags, ...typed.tags]);
  return { ...form, typed: { ...typed, tags }, bases: { ...bases, startTags } };
}

/** Tags are united with the link's own, and the edit of a quote that is there no more becomes part of the new passage, in sight. */
function meetLink(form: Form): Form {
  const { link } = form.known;
  if (!link) return form;
  const { tags, url, earlier = [], quote = '' } = form.typed;
  const typed = { ...form.typed };
  const bases = { ...form.bases };
  // A known page keeps its address, whatever tracking was put back while it was not known.
  if (url && withoutTracking(url).taken.length && matchKey(url) === link.key) delete typed.url;
  if (tags && !bases.tags?.length) {
    typed.tags = uniqueTags([...link.tags, ...withoutTags(tags, bases.startTags ?? [])]);
    bases.tags = link.tags;
  }
  const lost = earlier.filter(([was, now]) => now && now !== was && !link.quotes.some((one) => one.text === was));
  if (lost.length) {
    typed.quote = lost.reduce((text, [, now]) => joinNotes(text, now), quote);
    typed.earlier = earlier.filter((edit) => !lost.includes(edit));
  }
  return { ...form, typed, bases };
}

/** The tags that new links start with are not for a page that turns out to be known. */
function withoutTags(tags: string[], others: string[]): string[] {
  return tags.filter((tag) => !isAmong(others, tag));
}

function isAmong(tags: string[], tag: string): boolean {
  return tags.some((one) => tagIdentity(one) === tagIdentity(tag));
}

/** True when a person has changed anything. */
export function isTouched({ typed }: Form): boolean {
  return Object.keys(typed).length > 0;
}

/**
 * What to keep as a draft: all that was typed, and the passage even where the page gave it, since the selection will be gone.
 * Undefined when nothing was touched.
 */
export function draftOf(form: Form): { typed: Typed; bases: Bases } | undefined {
  if (!isTouched(form)) return undefined;
  const { quote } = shownValues(form);
  const from = anchored(form);
  return { typed: { ...form.typed, ...(quote && { quote }), ...(from && { from }) }, bases: form.bases };
}

/** The passage whose anchor leads to what is in the quote's field; the first one, where the page has offered another since. */
function anchored(form: Form): Passage | undefined {
  const { quote } = shownValues(form);
  return [form.typed.from, form.known.page && passageOf(form.known.page)].find(
    (passage) => passage?.anchor && isStill(passage.text, quote),
  );
}

function passageOf({ quote, anchor }: PageFacts): Passage {
  return { text: quote, anchor };
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
  // Should the page turn out to be known only when it is saved, the tags that new links start with are none that were put on it.
  if (!known.link)
    base.tags = uniqueTags(now.tags.filter((tag) => isAmong(known.startTags ?? bases.startTags ?? [], tag)));
  const edited = quotes.map((quote, place) => ({ ...quote, text: now.earlier[place] ?? quote.text }));
  const tags = uniqueTags([...now.tags, now.tag]);
  return {
    save: { base, form: { ...entryOf(now), site, tags, quotes: edited } },
    passage: { text: [now.quote, ...homelessEdits(form)].reduce(joinNotes), anchor: anchored(form)?.anchor ?? '' },
  };
}

/** Edits of earlier quotes whose link is there no more: they are part of the new passage. */
function homelessEdits({ known, typed }: Form): string[] {
  return known.link ? [] : (typed.earlier ?? []).filter(([was, now]) => now !== was).map(([, now]) => now);
}

function entryOf({ url, title, note, tags, private: hidden }: FormValues): Omit<Entry, 'quotes' | 'site'> {
  return { url, title, note, tags, private: hidden };
}

function untouchedValues(known: Known): FormValues {
  const { tab, page, link, startTags } = known;
  return {
    // A known page keeps the address under which it was first saved.
    url: link?.url ?? withoutTracking(tab?.url ?? '').address,
    title: titleChoices(known)[0] ?? '',
    quote: freshPassage(page?.quote ?? '', link),
    earlier: [],
    note: link?.note ?? '',
    tags: link?.tags ?? startTags ?? [],
    tag: '',
    private: link?.private ?? false,
  };
}

/** A passage that the link has already is not taken twice. */
function freshPassage(text: string, link: Link | undefined): string {
  const taken = takeQuote({ text, anchor: '' }, { at: 0, offset: 0, day: '' });
  return link && hasQuote(link.quotes, taken) ? '' : text;
}

function earlierText(quote: Quote, typed: Typed): string {
  return typed.earlier?.find(([was]) => was === quote.text)?.[1] ?? quote.text;
}
