/** What the injected script answers for one frame of a page. JSON values only: it crosses from the page to the extension. */
export interface PageAnswer {
  /** Markdown of the selection, or empty. */
  quote: string;
  /** Text fragment (`:~:text=…`) that leads back to the selection, or empty where none would. */
  anchor: string;
  /** The document's title. */
  title: string;
  /** Name of the site as the page itself gives it, or empty. */
  site: string;
  /** Other titles that the page has for itself, the likeliest first. */
  titles: string[];
  /** Whether the reader works in a frame that our script may not enter: what is selected there is not to be had, and a quote is from elsewhere. */
  outOfReach: boolean;
  /** Whether this very frame, not one inside it, has the focus. */
  focused: boolean;
  /** Whether this is the page itself, not a frame in it. */
  top: boolean;
}

/** True for what our script answers; a page can make it fail, but whatever arrives is looked at before it is believed. */
export function isPageAnswer(value: unknown): value is PageAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { quote, anchor, title, site, titles } = value as Partial<Record<keyof PageAnswer, unknown>>;
  const isText = (one: unknown) => typeof one === 'string';
  return [quote, anchor, title, site].every(isText) && Array.isArray(titles) && titles.every(isText);
}

/** What a page as a whole has to say. */
export type PageFacts = Omit<PageAnswer, 'focused' | 'top'>;

/** What is known of a page that says nothing. */
export const noFacts: PageFacts = { quote: '', anchor: '', title: '', site: '', titles: [], outOfReach: false };

/**
 * One answer out of those of all frames: titles and site are the page's own, the quote comes from the frame in which the
 * reader works, else from the first frame in which something is selected. Everything is empty when no frame answered.
 */
export function chooseAnswer(answers: PageAnswer[]): PageFacts {
  const page = answers.find((answer) => answer.top);
  const quoted = answers.filter((answer) => answer.quote !== '');
  const chosen = quoted.find((answer) => answer.focused) ?? quoted[0];
  const { title, site, titles } = page ?? noFacts;
  const { quote, anchor } = chosen ?? noFacts;
  // The address of a frame is not that of the page: what leads back inside of it leads nowhere from outside.
  return {
    quote,
    anchor: chosen?.top ? anchor : '',
    title,
    site,
    titles,
    outOfReach: answers.some((answer) => answer.outOfReach),
  };
}
