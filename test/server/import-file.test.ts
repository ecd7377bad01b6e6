import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Link, Quote } from '../../src/core/link';
import { readText, writeText, writtenTitle } from '../../src/core/quote-text';
import { netscape } from '../../src/formats/netscape';
import { sentLinks } from '../fixtures/links-for-shaarli';
import { type Loss, lossesOfTexts } from '../fixtures/shaarli-losses';
import { importFile } from '../shaarli/import-file';
import { type ServerLink, type Shaarli, startShaarli } from '../shaarli/server';
import { context, written } from '../unit/formats/samples';

/* Our bookmark file goes through the importer of a real Shaarli, as a person would send it, and what is there then is asked of its API. */

const fileOf = async (links: Link[]) => written(netscape.write(links, context));

let shaarli: Shaarli;
let there: ServerLink[];
let said: string;
let saidAgain: string;
beforeAll(async () => {
  shaarli = await startShaarli({ zone: 'Europe/Paris' });
  const file = await fileOf(sentLinks.map(({ link }) => link));
  said = (await importFile(shaarli, file)).done;
  there = await shaarli.links();
  saidAgain = (await importFile(shaarli, file)).done;
});
afterAll(() => shaarli.remove());

type Expected = Pick<ServerLink, 'url' | 'title' | 'description' | 'tags' | 'private'> & { created: number };

function whole(link: Link): Expected {
  const { url, tags, private: hidden, savedAt } = link;
  return { url, title: writtenTitle(link), description: writeText(link), tags, private: hidden, created: savedAt };
}

const momentOf = ({ at, offset, day }: Quote) => ({ at, offset, day });

function changedBy({ what: _, twice: __, ...changes }: Loss): Partial<Expected> {
  return changes;
}

describe('a file of links that are known to be damaged', () => {
  it('is imported whole', () => {
    expect(said).toContain(`${sentLinks.length} bookmarks imported, 0 bookmarks overwritten, 0 bookmarks skipped`);
    expect(new Set(sentLinks.map(({ link }) => link.url)).size).toBe(sentLinks.length);
    expect(sentLinks.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(lossesOfTexts)));
  });

  it.each(sentLinks.map((sent, place) => ({ ...sent, place })))('$name', ({ link, loss, place }) => {
    const { created, ...back } = there[place] as ServerLink;
    const changes = loss ? changedBy(loss) : {};
    expect({ ...back, created: Date.parse(created) / 1000 }).toMatchObject({ ...whole(link), ...changes });
    const [day = ''] = link.days;
    const read = readText(back.description, { savedAt: link.savedAt, offset: link.offset, day, dayStart: 0 });
    if (changes.description === undefined) expect(read).toEqual({ quotes: link.quotes, note: link.note });
    expect(read.quotes.map(momentOf)).toEqual(link.quotes.map(momentOf));
  });

  it('loses nothing that is not lost', () => {
    for (const { link, loss } of sentLinks) {
      const lost = Object.entries(loss ? changedBy(loss) : {});
      for (const [field, value] of lost) expect(value).not.toEqual(whole(link)[field as keyof Expected]);
      if (loss && !loss.twice) expect(lost).not.toEqual([]);
    }
  });

  it('is known again when it is imported once more', () => {
    const anew = sentLinks.filter(({ loss }) => loss?.twice).length;
    const known = sentLinks.length - anew;
    expect(saidAgain).toContain(`${anew} bookmarks imported, 0 bookmarks overwritten, ${known} bookmarks skipped`);
  });
});
