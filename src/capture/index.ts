import { escapeLines } from '../core/escape';
import type { PageAnswer } from '../core/page-answer';
import { selectionAnchor } from './anchor';
import { isFocused, isOutOfReach } from './focus';
import { pageTitle } from './page';
import { pageNames } from './page-names';
import { selectedTree } from './selection';
import { toMarkdown } from './to-markdown';

/** A page's names are the page's, not those of an advertisement in it; and its address is not that of a frame. */
const top = attempt(() => window.top === window, false);
const nameless = { site: '', titles: [] };

/**
 * What this frame has to say. Nothing here throws: what cannot be read stays empty, and the page is left as it was.
 * Nothing at all from Chromium's PDF viewer: what is selected there is in a page of the browser's own.
 */
export const answer: PageAnswer | null =
  document.contentType === 'application/pdf'
    ? null
    : {
        quote: selectedMarkdown(),
        anchor: top ? attempt(selectionAnchor, '') : '',
        title: attempt(pageTitle, ''),
        ...(top ? attempt(pageNames, nameless) : nameless),
        outOfReach: attempt(isOutOfReach, false),
        focused: attempt(isFocused, false),
        top,
      };

/** A page may be too deep to walk over; what the browser itself makes of its text is better than nothing. */
function selectedMarkdown(): string {
  try {
    return toMarkdown(selectedTree());
  } catch {
    return attempt(() => escapeLines(String(getSelection()).trim()), '');
  }
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
