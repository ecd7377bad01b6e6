import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addressAtQuote } from '../../core/anchor';
import type { Quote } from '../../core/link';
import { linesOf } from '../../core/text-measure';
import { t } from '../../platform/messages';
import { Markdown } from '../parts/markdown';
import { Marks } from '../parts/marked';
import { shortened } from '../parts/shortened';

/** A quote of more lines is folded to about two thirds of that; a line holds so many characters. */
const LONG = 45;
const WIDTH = 80;

/** A quote, and the way to where it stands in its page. */
export function QuoteView({ url, quote }: { url: string; quote: Quote }) {
  const [whole, setWhole] = useState(false);
  const long = linesOf(quote.text, WIDTH, LONG + 1) > LONG;
  const folded = long && !whole;
  const box = useRef<HTMLQuoteElement>(null);
  const marking = useContext(Marks);
  useLayoutEffect(() => {
    if (long && marking && hidesHit(box.current)) setWhole(true);
  }, [long, marking]);
  return (
    <>
      {/* What is found in the page below the fold is scrolled to: then all of it is shown. */}
      <blockquote
        ref={box}
        dir="auto"
        class={long ? `long ${folded ? 'folded' : ''}` : undefined}
        onScroll={folded ? ({ currentTarget }) => setWhole(currentTarget.scrollTop > 0) : undefined}
      >
        <Markdown text={quote.text} />
      </blockquote>
      {long && (
        <button type="button" class="plain unfold" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'showLess' : 'showWhole')}
        </button>
      )}
      <AtQuote url={url} quote={quote} />
    </>
  );
}

/** Whether the first thing that a search found in it lies below its fold. */
function hidesHit(box: HTMLElement | null): boolean {
  const hit = box?.querySelector('mark');
  return Boolean(box && hit && hit.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom);
}

/** Leads to where the quote stands in its page. A reader who goes from link to link hears which quote it is. */
function AtQuote({ url, quote }: { url: string; quote: Quote }) {
  const address = addressAtQuote(url, quote.anchor);
  if (!address) return null;
  const name = t('openAtQuoteNamed', shortened(quote.text));
  return (
    <p class="at-quote">
      {/* Browsers look for the passage only where the page that opens cannot reach the one it was opened from. */}
      <a href={address} target="_blank" rel="noopener noreferrer" aria-label={name}>
        {t('openAtQuote')}
      </a>
    </p>
  );
}
