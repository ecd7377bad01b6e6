import type { Link } from '../../core/link';
import { plural, t } from '../../platform/messages';
import { shownDay } from './dates';
import { shortened } from './shortened';

/** The quotes that a link has already: each can be edited, or removed and kept again, until the form is saved. */
export function EarlierQuotes(props: {
  link: Link;
  /** Their texts as the form has them; empty where removed. */
  texts: string[];
  /** In the popup they stand beside a new quote, folded while none is changed; where a link is edited they are its quotes. */
  folded: boolean;
  onEdit(place: number, text: string): void;
}) {
  const { link, texts, folded, onEdit } = props;
  if (!link.quotes.length) return null;
  return (
    <details class="earlier" open={!folded || link.quotes.some((quote, place) => texts[place] !== quote.text)}>
      <summary>{plural(folded ? 'earlierQuotes' : 'quoteCount', link.quotes.length)}</summary>
      <div class="list">
        {link.quotes.map((quote, place) => {
          const id = `earlier-${place}`;
          const removed = !texts[place];
          return (
            <fieldset key={`${quote.at} ${quote.text}`} aria-label={shortened(quote.text)}>
              <div class="label">
                <label for={id}>{t('earlierQuote', shownDay(quote.day))}</label>
                <button type="button" class="plain" onClick={() => onEdit(place, removed ? quote.text : '')}>
                  {removed ? t('keepQuote') : t('removeQuote')}
                </button>
              </div>
              {removed ? (
                <p class="hint">{t('quoteRemoved')}</p>
              ) : (
                <textarea
                  id={id}
                  class="quote"
                  dir="auto"
                  value={texts[place] ?? ''}
                  onInput={(event) => onEdit(place, event.currentTarget.value)}
                />
              )}
            </fieldset>
          );
        })}
      </div>
    </details>
  );
}
