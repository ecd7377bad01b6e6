import { render } from 'preact';
import { t } from '../../platform/messages';

/** The links of a page that lead out of it: titles, and addresses in quotes and notes; not the ways to a quote in its page. */
const LINKS = 'main :is(.title, blockquote, .note, .day-note) a[href^="http"]';

/**
 * Gives the printed page its footnotes: links are numbered, and their addresses listed at the end. Called once, when the page starts;
 * it works while the page is printed, or looked at as if it were.
 */
export function notePrinting(): void {
  const list = document.createElement('div');
  const write = () => {
    document.querySelector('main')?.append(list);
    render(<Addresses addresses={numbered()} />, list);
  };
  const wipe = () => {
    render(null, list);
    list.remove();
  };
  addEventListener('beforeprint', write);
  addEventListener('afterprint', wipe);
  const print = matchMedia('print');
  print.addEventListener('change', () => (print.matches ? write() : wipe()));
}

/** Numbers the links in their order, those to one address alike. @returns the addresses in the order of their numbers */
function numbered(): string[] {
  const numbers = new Map<string, number>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const { href } = link;
    delete link.dataset.note;
    // An address that stands there as it is needs no note.
    if (link.textContent === href || `${link.textContent}/` === href) continue;
    const number = numbers.get(href) ?? numbers.size + 1;
    numbers.set(href, number);
    link.dataset.note = String(number);
  }
  return [...numbers.keys()];
}

function Addresses({ addresses }: { addresses: string[] }) {
  if (!addresses.length) return null;
  return (
    <ol class="addresses" aria-label={t('addresses')}>
      {addresses.map((address) => (
        <li key={address}>{address}</li>
      ))}
    </ol>
  );
}
