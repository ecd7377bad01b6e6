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
});
