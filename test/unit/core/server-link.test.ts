import { expect, test } from 'vitest';
import { readServerLink, type ServerLink } from '../../../src/core/server-link';
import { readLink } from '../../../src/formats/json-fields';

const remote: ServerLink = {
  id: 0,
  shorturl: 'liWnLw',
  url: 'https://example.org/a',
  title: 'A page',
  description: '> A passage',
  tags: ['a'],
  private: false,
  created: '2020-01-02T03:04:05+02:00',
  updated: '',
};

test.each([
  { created: '+275760-09-13T00:00:00+00:00' },
  { updated: '+275760-09-13T00:00:00+00:00' },
  { created: '+275760-09-12T23:00:00+02:00' },
  { created: '-000001-01-01T00:00:00+00:00' },
  { created: '9999-12-31T23:59:59-14:00' },
  { created: '2020-01-02 03:04:05 GMT+9959' },
  { created: 'yesterday' },
  { description: '> A passage\n> — 1950-05-05T10:00:00+01:00' },
])('whatever dates a server has, the link is one that a backup of ours gives back: %o', (dates) => {
  for (const dayStart of [0, 360]) {
    const link = readServerLink({ ...remote, ...dates }, dayStart);
    expect(readLink(JSON.parse(JSON.stringify(link)))).toEqual(link);
  }
});
