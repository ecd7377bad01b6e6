import { describe, expect, it } from 'vitest';
import type { ServerLink } from '../../../src/core/server-link';
import { mergeRemote } from '../../../src/core/server-merge';
import { link, quote } from '../../fixtures/links';

const now = { at: 1_700_000_000, offset: 60, day: '2023-11-14' };
const moment = { now, dayStart: 0 };

function remote(more: Partial<ServerLink> = {}): ServerLink {
  return {
    id: 1,
    shorturl: 'abcdef',
    url: 'https://example.org/a',
    title: 'A page',
    description: '',
    tags: [],
    private: false,
    created: '2023-03-13T08:41:05+01:00',
    updated: '',
    ...more,
  };
}

describe('a link here and what a server has of it', () => {
  it('is the same where only the server’s spelling of it differs', () => {
    const there = remote({ description: '> one\r\n>\n\n\n  mine  \n\n', tags: ['two words', '#three'] });
    const here = link({ quotes: [quote({ text: 'one' })], note: '  mine', tags: ['two-words', 'three'] });
    expect(mergeRemote(here, there, there, moment)).toBe(here);
    expect(mergeRemote(here, there, undefined, moment)).toBe(here);
  });

  it('takes an edited note from there whole, though it was spelled loosely before', () => {
    const common = remote({ description: '\n\nold  ' });
    const merged = mergeRemote(link({ note: 'old' }), remote({ description: 'new' }), common, moment);
    expect(merged).toMatchObject({ note: 'new', changedAt: now.at });
  });

  it('loses a tag that was removed there, however it was spelled', () => {
    const common = remote({ tags: ['two words', 'kept'] });
    const merged = mergeRemote(link({ tags: ['two-words', 'kept'] }), remote({ tags: ['kept'] }), common, moment);
    expect(merged.tags).toEqual(['kept']);
  });

  it('keeps what changed here, and both texts of what changed on both sides', () => {
    const common = remote({ description: 'old', tags: ['a'] });
    const here = link({ note: 'here', tags: ['a', 'b'] });
    expect(mergeRemote(here, remote({ description: 'old', tags: ['a'] }), common, moment)).toBe(here);
    expect(mergeRemote(here, remote({ description: 'there', tags: [] }), common, moment)).toMatchObject({
      note: 'here\n\nthere',
      tags: ['b'],
    });
  });

  describe('address', () => {
    const other = 'https://example.org/b';

    it('is taken from there where it was changed there alone, with its key', () => {
      const merged = mergeRemote(link(), remote({ url: other }), remote(), moment);
      expect(merged).toMatchObject({ url: other, key: other });
    });

    it('stays as it is here where both changed it, or what is there is for no page', () => {
      const here = link({ url: 'https://example.org/c' });
      expect(mergeRemote(here, remote({ url: other }), remote(), moment)).toBe(here);
      for (const url of ['http://', 'javascript:alert(1)', ''])
        expect(mergeRemote(link(), remote({ url }), remote(), moment).url).toBe('https://example.org/a');
    });

    it('keeps its tracking, that a server takes off', () => {
      const here = link({ url: 'https://example.org/a?utm_source=x' });
      expect(mergeRemote(here, remote({ title: 'New' }), remote(), moment).url).toBe(here.url);
    });
  });

  describe('title', () => {
    const common = remote({ title: 'A page @ Site' });
    const here = link({ title: 'A page', site: 'Site' });

    it('is taken from there where it was changed there alone; its site is taken off if it still ends with it', () => {
      const there = (title: string) => mergeRemote(here, remote({ title }), common, moment);
      expect(there('Theirs @ Site')).toMatchObject({ title: 'Theirs', site: 'Site' });
      expect(there('Theirs')).toMatchObject({ title: 'Theirs', site: '' });
    });

    it('stays as it is here where both changed it', () => {
      const changed = { ...here, title: 'Mine' };
      expect(mergeRemote(changed, remote({ title: 'Theirs' }), common, moment)).toBe(changed);
    });
  });

  describe('quotes', () => {
    const one = quote({ text: 'one', anchor: ':~:text=one' });
    const common = remote({ description: '> one' });

    it('keep their places and instants here; an edited one is the same one', () => {
      const merged = mergeRemote(link({ quotes: [one] }), remote({ description: '> one, edited' }), common, moment);
      expect(merged.quotes).toEqual([{ ...one, text: 'one, edited' }]);
    });

    it('that were edited on both sides are kept both', () => {
      const here = link({ quotes: [{ ...one, text: 'one, here' }] });
      const merged = mergeRemote(here, remote({ description: '> one, there' }), common, moment);
      expect(merged.quotes.map(({ text }) => text).toSorted()).toEqual(['one, here', 'one, there']);
    });

    it('removed there go, unless they were edited here', () => {
      const gone = remote({ description: 'note' });
      expect(mergeRemote(link({ quotes: [one] }), gone, common, moment).quotes).toEqual([]);
      const edited = link({ quotes: [{ ...one, text: 'edited' }] });
      expect(mergeRemote(edited, gone, common, moment).quotes).toEqual(edited.quotes);
    });

    it('of a later day bring the link onto that day', () => {
      const there = remote({ description: '> one\n\n> two\n> — 2023-03-20T09:00:00+01:00' });
      const merged = mergeRemote(link({ quotes: [one] }), there, common, moment);
      expect(merged.days).toEqual(['2023-03-13', '2023-03-20']);
      expect(merged.quotes[1]).toMatchObject({ text: 'two', day: '2023-03-20', offset: 60 });
    });
  });

  describe('met for the first time', () => {
    it('is united: the earlier date, all days, all quotes, both notes', () => {
      const there = remote({
        description: '> theirs\n\ntheir note',
        created: '2020-01-02T03:04:05+02:00',
        tags: ['t'],
      });
      const merged = mergeRemote(link({ note: 'my note', tags: ['m'] }), there, undefined, moment);
      expect(merged).toMatchObject({ note: 'my note\n\ntheir note', tags: ['m', 't'], offset: 120 });
      expect(merged.days).toEqual(['2020-01-02', '2023-03-13']);
    });

    it('is private if it is on either side', () => {
      expect(mergeRemote(link({ private: true }), remote(), undefined, moment).private).toBe(true);
      expect(mergeRemote(link(), remote({ private: true }), undefined, moment).private).toBe(true);
    });

    it('is the same where the date is a second off, as we write it, and the day was corrected by hand', () => {
      const here = link({ days: ['2023-03-10'] });
      const created = '2023-03-13T08:41:06+01:00';
      expect(mergeRemote(here, remote({ created }), undefined, moment)).toBe(here);
    });
  });
});
