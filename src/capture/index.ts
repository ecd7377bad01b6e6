import type { PageAnswer } from '../core/page-answer';
import { hasFocus, pageSite, pageTitle } from './page';
import { selectedTree } from './selection';
import { toMarkdown } from './to-markdown';

/**
 * What this frame has to say. Nothing here throws: what cannot be read stays empty, and the page is left as it was.
 * Nothing at all from Chromium's PDF viewer: what is selected there is in a page of the browser's own.
 */
export const answer: PageAnswer | null =
  document.contentType === 'application/pdf'
    ? null
    : {
        quote: attempt(() => toMarkdown(selectedTree()), ''),
        anchor: '',
        title: attempt(pageTitle, ''),
        site: attempt(pageSite, ''),
        titles: [],
        outOfReach: false,
        focused: attempt(hasFocus, false),
        top: attempt(() => window.top === window, false),
      };

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
