import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameWritten, writtenLink } from '../../src/core/server-link';
import { type Sender, startSender } from './sender';
import { HERE, stories, Teller, THERE } from './teller';

/*
 * Whatever is done in whatever order, and wherever the background is killed: at the end server and journal have the same, nothing is
 * there twice, and no text is lost.
 */

/** The server has each address once, and every link of the journal as it is here. */
async function expectBothSame(sender: Sender): Promise<void> {
  expect(await sender.queue()).toEqual([]);
  const there = await sender.shaarli.links();
  expect(new Set(there.map(({ url }) => url)).size).toBe(there.length);
  const links = await sender.db.links.toArray();
  for (const link of links) {
    const remote = there.find((one) => one.url === link.url);
    expect(remote && { ...remote, same: sameWritten(writtenLink(link), remote) }, JSON.stringify(link)).toMatchObject({
      same: true,
    });
    expect(await sender.db.twins.get(link.id)).toMatchObject({ remote: remote?.id });
  }
}

async function emptied(sender: Sender): Promise<Sender> {
  for (const { id } of await sender.shaarli.links()) await sender.shaarli.api('DELETE', `/links/${id}`);
  const { db } = sender;
  for (const table of [db.links, db.bin, db.counts, db.queue, db.twins, db.touched]) await table.clear();
  await db.server.delete('sending');
  return sender;
}

const runs = Number(process.env.RUNS ?? 25);

test('what is changed on both sides comes together', async () => {
  const sender = await startSender({}, { what: 'all' });
  await fc.assert(
    fc.asyncProperty(stories([...HERE, ...THERE]), async (story) => {
      const teller = new Teller(await emptied(sender));
      await teller.tell(story);
      await teller.end();
      // What was changed there is seen when a link is sent.
      await sender.send(...(await sender.db.links.toCollection().primaryKeys()));
      await teller.end();
      await expectBothSame(sender);
      const kept = JSON.stringify([await sender.db.links.toArray(), await sender.db.bin.toArray()]);
      for (const word of teller.here) expect(kept).toMatch(new RegExp(`${word}\\b`));
      const anywhere = kept + JSON.stringify(await sender.shaarli.links());
      for (const word of teller.there) expect(anywhere).toMatch(new RegExp(`${word}\\b`));
    }),
    { numRuns: runs },
  );
});

test('what nobody changed there is not changed here either', async () => {
  const sender = await startSender({}, { what: 'all' });
  const kinds = HERE.filter((kind) => kind !== 'remove');
  await fc.assert(
    fc.asyncProperty(stories(kinds), async (story) => {
      const teller = new Teller(await emptied(sender));
      await teller.tell(story);
      const before = await sender.db.links.toArray();
      await teller.end();
      await expectBothSame(sender);
      expect(await sender.db.links.toArray()).toEqual(before);
      // No word stands anywhere twice, as it would if a link were united with an older one of itself.
      for (const word of teller.here)
        for (const link of before)
          expect(writtenLink(link).description.match(new RegExp(`${word}\\b`, 'g'))?.length ?? 1).toBe(1);
      expect(await sender.shaarli.links()).toHaveLength(before.length);
    }),
    { numRuns: runs },
  );
});
