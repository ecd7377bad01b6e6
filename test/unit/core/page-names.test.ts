import { describe, expect, test } from 'vitest';
import { otherTitles, type PageNames, siteOfPage } from '../../../src/core/page-names';

const silent: PageNames = {
  url: 'https://example.org/news/boats',
  loadedUrl: 'https://example.org/news/boats',
  title: 'Boats',
  ogTitle: '',
  ogSite: '',
  ogUrl: '',
  twitterTitle: '',
  website: '',
  publisher: '',
  application: '',
  headings: [],
  authors: [],
};

const siteOf = (said: Partial<PageNames>) => siteOfPage({ ...silent, ...said });
const titlesOf = (said: Partial<PageNames>) => {
  const page = { ...silent, ...said };
  return otherTitles(page, siteOfPage(page));
};
/** Another page has taken the place of the one that was loaded. */
const gone = { loadedUrl: 'https://example.org/news/trains' };

describe('the site', () => {
  test.each<[string, Partial<PageNames>, string]>([
    ['nothing is named', {}, ''],
    ['Open Graph comes first', { ogSite: ' The  Boat ', website: 'Other', application: 'App' }, 'The Boat'],
    ['else JSON-LD’s web site', { website: 'The Boat', application: 'App' }, 'The Boat'],
    ['else the application', { application: 'The Boat' }, 'The Boat'],
    ['else the title, where it has the host’s name', { title: 'Boats | Example' }, 'Example'],
    ['a publisher is one where the title says so', { title: 'Boats - Sea Press', publisher: 'Sea Press' }, 'Sea Press'],
    ['or the host', { publisher: 'Example' }, 'Example'],
    ['a publisher is none by itself', { publisher: 'Sea Press Holding' }, ''],
    ['a name that fits neither is the page’s word', { title: 'Array | MDN', ogSite: 'MDN Web Docs' }, 'MDN Web Docs'],
    ['unless the title says the host’s own', { title: 'Hello / Example', ogSite: 'E (formerly Sample)' }, 'Example'],
    ['a name is spelt as the page spells it', { title: 'Boats | EXAMPLE', ogSite: 'Example' }, 'Example'],
    ['a sentence is no name', { ogSite: 'All the boats of the world, their builders and all of their owners.' }, ''],
    [
      'an address is no name',
      { ogSite: 'https://example.org/', website: 'www.example.org', application: '@boats' },
      '',
    ],
    ['the title is no name', { title: '(2) Boats', ogSite: 'boats' }, ''],
    ['signs are no name', { ogSite: '—' }, ''],
    ['what is wrong is passed over', { ogSite: '@boats', website: 'The Boat' }, 'The Boat'],
  ])('%s', (_case, said, site) => {
    expect(siteOf(said)).toBe(site);
  });

  describe('after the page was changed without a new document', () => {
    test.each<[string, Partial<PageNames>, string]>([
      ['is not what the first one said', { ogSite: 'Trains' }, ''],
      ['nor its web site', { website: 'Trains' }, ''],
      ['unless the live title ends with it', { title: 'Boats - The Boat', ogSite: 'The Boat' }, 'The Boat'],
      ['or begins with it', { title: 'The Boat | Boats', website: 'The Boat' }, 'The Boat'],
      ['or the host is named so', { ogSite: 'Example' }, 'Example'],
      ['or it was said of the same host', { ogSite: 'The Boat', ogUrl: 'https://www.example.org/x' }, 'The Boat'],
      ['not of another', { ogSite: 'The Boat', ogUrl: 'https://boats.example/x' }, ''],
      ['the application stays the same', { ogSite: 'Trains', application: 'The Boat' }, 'The Boat'],
    ])('%s', (_case, said, site) => {
      expect(siteOf({ ...gone, ...said })).toBe(site);
    });
  });
});

describe('other titles', () => {
  test.each<[string, Partial<PageNames>, string[]]>([
    ['none', {}, []],
    [
      'each once, clean, the likeliest first',
      {
        title: 'Boats of the north | The Boat',
        ogSite: 'The Boat',
        ogTitle: 'Boats, and where they sail | The Boat',
        twitterTitle: 'boats of the North',
        headings: ['The long way\nnorth'],
        authors: ['Ada Boatwright'],
      },
      ['Boats, and where they sail', 'The long way north', 'Ada Boatwright: Boats of the north'],
    ],
    ['a title that is the site’s name is none', { ogSite: 'The Boat', ogTitle: 'The Boat' }, []],
    ['a logo is no heading', { ogSite: 'The Boat', headings: ['The Boat', 'Example', 'Sail'] }, ['Sail']],
    ['of several headings none is the page’s', { headings: ['Sail', 'Row'] }, []],
    ['an author who stands in the title is not put there again', { title: 'Ada: Boats', authors: ['ADA'] }, []],
    ['several authors', { authors: ['Ada', 'Bo', 'Ada', 'Cy', 'Di'] }, ['Ada, Bo, Cy: Boats']],
    [
      'an author is no address',
      { authors: ['https://facebook.com/ada', 'ada@example.org', '@ada', 'AFP/Ada'] },
      ['AFP/Ada: Boats'],
    ],
    ['an author is not the site', { ogSite: 'The Boat', authors: ['The Boat', 'Example'] }, []],
    ['a page without a title', { title: '', ogTitle: 'Boats', authors: ['Ada'] }, ['Boats', 'Ada: Boats']],
    ['a long one is cut between characters', { headings: ['⛵️🚢'.repeat(200)] }, ['⛵️🚢'.repeat(100)]],
  ])('%s', (_case, said, titles) => {
    expect(titlesOf(said)).toEqual(titles);
  });

  test('the example: the one who gives the talk, then the talk', () => {
    const talk = {
      title: 'La cigogne aux œufs d’or - YouTube',
      url: 'https://www.youtube.com/watch?v=1',
      loadedUrl: '',
    };
    expect(titlesOf({ ...talk, authors: ['Véronique Durand'] })).toEqual([
      'Véronique Durand: La cigogne aux œufs d’or',
    ]);
  });

  const said = { ogTitle: 'A title', twitterTitle: 'A tweet', authors: ['Ada'], headings: ['A heading'] };
  const all = ['A title', 'A tweet', 'A heading', 'Ada: Boats'];
  const seen = ['A heading'];
  test.each<[string, Partial<PageNames>, string[]]>([
    ['the page as it was loaded', {}, all],
    ['only a fragment was added', { url: `${silent.url}#part` }, all],
    ['only what counts visits was taken away', { loadedUrl: `${silent.url}?utm_source=x` }, all],
    ['no loading is known of', { loadedUrl: '' }, all],
    ['said of this page', { ogUrl: silent.url }, all],
    ['said of this page under another host', { ogUrl: 'http://www.example.com/news/boats/' }, all],
    ['said with an address that is none', { ogUrl: 'http://' }, all],
    ['said of another page', { ogUrl: 'https://example.org/news/trains' }, seen],
    ['said of the start', { ogUrl: '/' }, seen],
    ['another page is shown now', gone, seen],
    ['what was said is of the one before', { ...gone, ogUrl: gone.loadedUrl }, seen],
    ['the application says anew what is shown', { ...gone, ogUrl: silent.url }, all],
    [
      'another film at the same path',
      {
        url: 'https://a.example/watch?v=2',
        loadedUrl: 'https://a.example/watch?v=1',
        ogUrl: 'https://a.example/watch?v=1',
      },
      seen,
    ],
  ])('%s', (_case, page, titles) => {
    expect(titlesOf({ ...said, ...page })).toEqual(titles);
  });
});
