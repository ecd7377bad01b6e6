import { describe, expect, test } from 'vitest';
import { changeSetting, setting } from '../../../src/storage/settings';
import { startTags } from '../../../src/storage/start-tags';
import { tagContext } from '../../../src/storage/tag-context';
import { emptyJournal, save } from './journal';

describe('near tags', () => {
  const monday = '2023-03-13T09:00:00Z';
  const near = async (...question: Parameters<typeof tagContext>) => Object.fromEntries(await tagContext(...question));

  test('are those of the same site, over http and https alike', async () => {
    const db = emptyJournal();
    await save(db, { url: 'https://video.example/a', tags: ['talk'] }, monday);
    await save(db, { url: 'http://video.example/b', tags: ['talk', 'music'] }, monday);
    await save(db, { url: 'https://video.example.org/', tags: ['other'] }, monday);
    await save(db, { url: 'https://www.video.example/', tags: ['other'] }, monday);
    expect(await near('https://VIDEO.example/new?x#y', [], db)).toEqual({ talk: 1, music: 0.5 });
    expect(await near('https://elsewhere.example/', [], db)).toEqual({});
  });

  test('are those used together with the chosen ones', async () => {
    const db = emptyJournal();
    await save(db, { url: 'https://a.example/', tags: ['python', 'web'] }, monday);
    await save(db, { url: 'https://b.example/', tags: ['python'] }, monday);
    await save(db, { url: 'https://c.example/', tags: ['food'] }, monday);
    expect(await near('', ['python'], db)).toEqual({ python: 1, web: 0.5 });
    expect(await near('about:blank', ['python', 'food', 'unknown'], db)).toEqual({ python: 1, web: 0.5, food: 1 });
  });

  test('of a site with very many links are those of the newest', async () => {
    const db = emptyJournal();
    const day = (place: number) => `2023-01-01T${String(Math.floor(place / 60)).padStart(2, '0')}:${place % 60}:00Z`;
    for (let place = 0; place < 250; place += 1) {
      // The newest come first by their addresses.
      const url = `https://big.example/${999 - place}`;
      await save(db, { url, tags: [place < 50 ? 'old' : 'new'] }, day(place).replace(/:(\d):/, ':0$1:'));
    }
    expect(await near('https://big.example/', [], db)).toEqual({ new: expect.closeTo(1) });
  });
});

describe('the tags that a link starts with', () => {
  test('are none, those that were set, or those of the link saved last', async () => {
    const db = emptyJournal();
    expect(await startTags(db)).toEqual([]);
    await changeSetting(db, 'startTags', { from: 'these', tags: ['press'] });
    expect(await startTags(db)).toEqual(['press']);
    await changeSetting(db, 'startTags', { from: 'last', tags: ['press'] });
    expect(await startTags(db)).toEqual([]);
    await save(db, { url: 'https://b.example/', tags: ['later'] }, '2023-03-14T09:00:00Z');
    await save(db, { url: 'https://a.example/', tags: ['earlier'] }, '2023-03-13T09:00:00Z');
    expect(await startTags(db)).toEqual(['later']);
  });

  test('are none where what is stored makes no sense', async () => {
    const db = emptyJournal();
    for (const value of [null, 'these', { from: 'these' }, { from: 'all', tags: [] }, { from: 'these', tags: [1] }]) {
      await db.settings.put({ name: 'startTags', value });
      expect(await setting(db, 'startTags')).toEqual({ from: 'none', tags: [] });
    }
  });
});
