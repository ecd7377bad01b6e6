import { expect, test } from 'vitest';
import { lookAtTouched } from '../../src/storage/queue';
import { forgetServer, writeServer } from '../../src/storage/server';
import { beforeEachRequest, startSender, urls, waitingLinks } from './sender';

/* What happens here while a link is being sent. */

test('what is changed goes out after it', async () => {
  const sender = await startSender();
  const [id = ''] = await waitingLinks(sender, 1);
  let changed = false;
  beforeEachRequest(sender, async (request) => {
    if (request !== 'link' || changed) return;
    changed = true;
    await sender.edit(id, { note: 'changed meanwhile' });
    // Even when somebody has looked at it by then.
    await lookAtTouched(sender.now(), sender.db);
  });
  await sender.work();
  expect(await sender.shaarli.links()).toMatchObject([{ description: 'changed meanwhile' }]);
  expect(await sender.queue()).toEqual([]);
});

test('a wake-up is not lost, and nothing is done twice', async () => {
  const sender = await startSender();
  await waitingLinks(sender, 2);
  let running = 0;
  let most = 0;
  beforeEachRequest(sender, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  });
  const works = [sender.work(), sender.work(), sender.work()];
  const { id } = await sender.save({ url: 'https://example.org/late' });
  await sender.send(id);
  works.push(sender.work());
  await Promise.all(works);
  expect(await urls(sender)).toHaveLength(3);
  expect(most).toBe(1);
});

test('a server that is removed, or another one, hears nothing of it, and nothing of it is kept', async () => {
  const sender = await startSender();
  await waitingLinks(sender, 3);
  beforeEachRequest(sender, async (request) => {
    if (request !== 'link') return;
    await forgetServer(sender.db);
    await writeServer(
      'server',
      { address: 'http://x.example', api: 'http://x.example/api/v1', zone: 'UTC' },
      sender.db,
    );
  });
  await sender.work();
  expect(await urls(sender)).toEqual(['https://example.org/0']);
  expect(await sender.db.twins.count()).toBe(0);
  expect(await sender.sending()).toEqual({ failures: 0 });
});
