import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { Journal, VERSIONS } from '../../../src/storage/database';
import { readDrafts } from '../../../src/storage/drafts';
import { link } from '../../fixtures/links';

/** The stores of version 1, written by hand: they must not change any more. */
const FIRST = {
  links: 'id, &key, *days, *tags',
  bin: 'id, key, deletedAt',
  drafts: 'key, at',
  counts: 'name',
  settings: 'name',
};

async function journalOfVersion1(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores(FIRST);
  await old.table('links').add(link());
  await old.table('drafts').add({ key: 'https://example.org/a', typed: { note: 'typed' } });
  old.close();
}

test('a journal of version 1 opens with its links and drafts', async () => {
  await journalOfVersion1('old');
  const now = new Journal('old');
  expect(await now.links.toArray()).toEqual([link()]);
  expect(await readDrafts('https://example.org/a', now)).toMatchObject([{ typed: { note: 'typed' } }]);
  await now.delete();
});

test('a later version finds the way ready: one more entry, with its upgrade', async () => {
  await journalOfVersion1('old');
  const next = new Journal('old', [
    ...VERSIONS,
    {
      version: 99,
      stores: { links: 'id, &key, *days, *tags, site' },
      upgrade: (tx) => tx.table('links').toCollection().modify({ site: 'Upgraded' }),
    },
  ]);
  expect(await next.links.where('site').equals('Upgraded').toArray()).toEqual([link({ site: 'Upgraded' })]);
  await next.delete();
});
