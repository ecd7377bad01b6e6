/** What the injected script answers for one frame of a page. JSON values only: it crosses from the page to the extension. */
export interface PageAnswer {
  /** Markdown of the selection, or empty. */
  quote: string;
  /** The document's title. */
  title: string;
  /** Name of the site as the page itself gives it, or empty. */
  site: string;
  /** Whether this very frame, not one inside it, has the focus. */
  focused: boolean;
  /** Whether this is the page itself, not a frame in it. */
  top: boolean;
}

/** True for what our script answers; a page can make it fail, but whatever arrives is looked at before it is believed. */
export function isPageAnswer(value: unknown): value is PageAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { quote, title, site } = value as Partial<Record<keyof PageAnswer, unknown>>;
  return [quote, title, site].every((text) => typeof text === 'string');
}

/** What a page as a whole has to say. */
export type PageFacts = Pick<PageAnswer, 'quote' | 'title' | 'site'>;

/**
 * One answer out of those of all frames: title and site are the page's own, the quote comes from the frame in which the
 * reader works, else from the first frame in which something is selected. Everything is empty when no frame answered.
 */
export function chooseAnswer(answers: PageAnswer[]): PageFacts {
  const page = answers.find((answer) => answer.top);
  const quoted = answers.filter((answer) => answer.quote !== '');
  const chosen = quoted.find((answer) => answer.focused) ?? quoted[0];
  return { quote: chosen?.quote ?? '', title: page?.title ?? '', site: page?.site ?? '' };
}
