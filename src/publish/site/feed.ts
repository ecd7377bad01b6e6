import type { Instant } from '../../core/link';
import type { ZippedFile } from '../../core/zip';
import { escapeMarkup } from '../escape';
import { lightDay } from '../light';
import type { PublishedDay } from '../publication';
import { dayAddress, FEED, INDEX } from './addresses';
import type { Site, SiteWords } from './words';

/** So many days are told of. */
const NEWEST = 30;

/**
 * An Atom feed with one entry for each of the newest days that are over. Ids are made of the site's own and the day alone, so they stay
 * what they are wherever the site stands and however often it is written.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export class Feed {
  readonly #site: Site;
  readonly #words: SiteWords;
  readonly #days: PublishedDay[] = [];

  constructor(site: Site, words: SiteWords) {
    this.#site = site;
    this.#words = words;
  }

  /** Days come in order. */
  add(day: PublishedDay): void {
    if (day.day >= this.#site.today) return;
    this.#days.push(day);
    if (this.#days.length > NEWEST) this.#days.shift();
  }

  file(): ZippedFile {
    const { title, address, id, updated } = this.#site;
    const self = address && `<link rel="self" type="application/atom+xml" href="${escapeMarkup(address + FEED)}"/>\n`;
    const changed = this.#days.length ? Math.max(...this.#days.map(updatedOf)) : updated;
    const content = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(this.#words.language)}">
<title>${escapeMarkup(title)}</title>
<id>${uuid(id, '')}</id>
<updated>${rfc3339(changed)}</updated>
<author><name>${escapeMarkup(title)}</name></author>
${self}<link rel="alternate" type="text/html" href="${escapeMarkup(address + INDEX)}"/>
<generator>Daily Shaarli</generator>
${this.#days
  .map((day) => this.#entry(day))
  .reverse()
  .join('')}</feed>
`;
    return { path: FEED, content };
  }

  #entry(day: PublishedDay): string {
    const { address, id } = this.#site;
    return `<entry>
<title>${escapeMarkup(this.#words.day(day.day))}</title>
<id>${uuid(id, day.day)}</id>
<updated>${rfc3339(updatedOf(day))}</updated>
<link rel="alternate" type="text/html" href="${escapeMarkup(address + dayAddress(day.day))}"/>
<content type="html">${escapeMarkup(lightDay(day, this.#words))}</content>
</entry>
`;
  }
}

/** The site's UUID with the day as its last digits; with zeros there, the feed's own. */
function uuid(site: string, day: string): string {
  return `urn:uuid:${site.slice(0, -8)}${day.replaceAll('-', '').padStart(8, '0')}`;
}

function updatedOf({ entries }: PublishedDay): Instant {
  return Math.max(...entries.map(({ link }) => link.changedAt));
}

function rfc3339(at: Instant): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}
