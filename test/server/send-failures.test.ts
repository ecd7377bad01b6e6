import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/core/errors';
import { ShaarliApi } from '../../src/sync/api';
import { beforeEachRequest, startSender, urls, waitingLinks } from './sender';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('a server that is silent', () => {
  test('is asked again after five seconds, and after twice as long each time, up to a quarter of an hour', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 2);
    await sender.shaarli.stop();
    const waits: number[] = [];
    for (let times = 0; times < 11; times += 1) {
      await sender.work();
      const { failures, why, retryAt = 0 } = (await sender.sending()) ?? { failures: 0 };
      expect([failures, why]).toEqual([times + 1, 'serverSilent']);
      expect(sender.alarm()).toBe(retryAt);
      const wait = retryAt - sender.now().ms;
      waits.push(wait / SECOND);
      sender.later(wait - 1);
      await sender.work();
      expect((await sender.sending())?.failures, 'not before').toBe(times + 1);
      sender.later(1);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
    expect((await sender.queue()).every(({ state, tries }) => state === 'waiting' && tries === 0)).toBe(true);
    await sender.shaarli.start();
    await sender.work();
    expect(await urls(sender)).toEqual(['https://example.org/0', 'https://example.org/1']);
    expect(await sender.sending()).toEqual({ lastSent: sender.now().ms, failures: 0 });
    expect(sender.alarm()).toBeUndefined();
  });

  test('is asked at once when the network has come back', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 1);
    await sender.shaarli.stop();
    const worker = sender.worker();
    await worker.wake();
    await sender.shaarli.start();
    await worker.wake();
    expect(await urls(sender)).toEqual([]);
    await worker.wakeAtOnce();
    expect(await urls(sender)).toEqual(['https://example.org/0']);
  });

  test('does not keep links waiting for hours because a clock was put back', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 1);
    await sender.shaarli.stop();
    await sender.work();
    await sender.shaarli.start();
    sender.later(-120 * MINUTE);
    await sender.work();
    expect(await urls(sender)).toEqual(['https://example.org/0']);
  });

  test('in the middle of the queue loses nothing and doubles nothing', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 60);
    let requests = 0;
    beforeEachRequest(sender, async () => {
      requests += 1;
      // Killed in the middle, three times, each time between other requests of a link.
      if ([21, 58, 95].includes(requests)) await sender.shaarli.stop();
    });
    for (let kills = 1; kills <= 3; kills += 1) {
      await sender.work();
      expect((await sender.sending())?.failures).toBe(1);
      await sender.shaarli.start();
      sender.later(5 * SECOND);
    }
    await sender.work();
    expect(await sender.queue()).toEqual([]);
    const there = await urls(sender);
    expect(there).toHaveLength(60);
    expect(new Set(there).size).toBe(60);
  });
});

describe('a clock that is off', () => {
  test.each([600, -600, 86_400])('by %d seconds makes no difference', async (clock) => {
    const sender = await startSender({ clock });
    const [id = ''] = await waitingLinks(sender, 1);
    await sender.work();
    expect(await urls(sender)).toEqual(['https://example.org/0']);
    expect((await sender.link(id)).changedAt).toBeLessThanOrEqual(sender.now().ms / 1000);
    const [there] = await sender.shaarli.links();
    expect(Date.parse(there?.created ?? '') / 1000).toBe((await sender.link(id)).savedAt);
  });
});

describe('sending stops until somebody does something', () => {
  test('where the secret is wrong, and goes on when it is right', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 3);
    const { open } = sender;
    sender.open = () => new ShaarliApi({ api: `${sender.shaarli.url}/api/v1`, secret: 'wrong' }, () => sender.now().ms);
    await sender.work();
    expect(await sender.sending()).toMatchObject({ stopped: 'serverShut' });
    expect(sender.alarm()).toBeUndefined();
    sender.open = () => {
      throw new Error('nobody asks while it is stopped');
    };
    sender.later(60 * MINUTE);
    await sender.work();
    sender.open = open;
    await sender.tryAgain();
    await sender.work();
    expect(await urls(sender)).toHaveLength(3);
    expect((await sender.sending())?.stopped).toBeUndefined();
  });

  test('where its API is off, where it is no Shaarli, and where the browser forbids it', async () => {
    const off = await startSender({ apiEnabled: false });
    await waitingLinks(off, 1);
    await off.work();
    expect((await off.sending())?.stopped).toBe('serverShut');

    const other = await startSender();
    await waitingLinks(other, 1);
    const { open } = other;
    other.open = () => open(`${other.shaarli.url}/no/api`);
    await other.work();
    expect((await other.sending())?.stopped).toBe('serverOther');

    const forbidden = await startSender();
    await waitingLinks(forbidden, 1);
    forbidden.mayReach = false;
    await forbidden.work();
    expect((await forbidden.sending())?.stopped).toBe('serverForbidden');
    expect(await forbidden.queue()).toMatchObject([{ state: 'waiting', tries: 0 }]);
  });

  test('for the moment only where the browser itself is being closed: no link is refused for that', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 2);
    const { open } = sender;
    sender.open = () => {
      throw new Error('The browser is shutting down.');
    };
    await expect(sender.work()).rejects.toThrow('shutting down');
    expect(await sender.queue()).toMatchObject([{ state: 'waiting', tries: 0 }, { state: 'waiting' }]);
    expect(sender.alarm()).toBeGreaterThan(sender.now().ms);
    sender.open = open;
    await sender.work();
    expect(await urls(sender)).toHaveLength(2);
  });

  test('in the middle, too', async () => {
    const sender = await startSender();
    await waitingLinks(sender, 4);
    let requests = 0;
    beforeEachRequest(sender, () => {
      requests += 1;
      if (requests > 3) throw new Problem('serverShut');
    });
    await sender.work();
    expect((await sender.sending())?.stopped).toBe('serverShut');
    expect((await sender.queue()).filter(({ state }) => state === 'waiting')).toHaveLength(3);
  });
});

describe('a link over which the server fails', () => {
  test('is tried three times, then refused; the others go on', async () => {
    const sender = await startSender({ memory: '64M' });
    const large = await sender.save({ url: 'https://example.org/large', note: 'ab de\n'.repeat(3_500_000).trimEnd() });
    await sender.send(large.id);
    await waitingLinks(sender, 3);
    await sender.work();
    expect(await urls(sender)).toHaveLength(3);
    expect(await sender.queue()).toMatchObject([{ id: large.id, state: 'waiting', tries: 1 }]);
    await sender.workOut();
    expect(await sender.queue()).toMatchObject([{ id: large.id, state: 'refused', why: 'serverFault' }]);
    expect(await urls(sender)).toHaveLength(3);
    expect(sender.alarm()).toBeUndefined();
  });

  test('and takes without having it is tried again', async () => {
    const sender = await startSender();
    const [first = ''] = await waitingLinks(sender, 2);
    // Somebody else writes at the same time: what it said yes to is gone.
    let lost = false;
    beforeEachRequest(sender, async (request) => {
      if (request !== 'link' || lost) return;
      lost = true;
      await sender.shaarli.api('DELETE', '/links/0');
    });
    await sender.work();
    expect(await sender.queue()).toMatchObject([{ id: first, state: 'waiting', tries: 1 }]);
    await sender.workOut();
    expect(await sender.queue()).toEqual([]);
    expect(await urls(sender)).toEqual(['https://example.org/0', 'https://example.org/1']);
  });

  test('is refused, and the others go on, where the fault is ours; and it is not kept quiet', async () => {
    const sender = await startSender();
    const [first = ''] = await waitingLinks(sender, 2);
    let thrown = false;
    beforeEachRequest(sender, () => {
      if (thrown) return;
      thrown = true;
      throw new TypeError('a fault of ours');
    });
    await expect(sender.work()).rejects.toThrow('a fault of ours');
    expect(await sender.queue()).toMatchObject([
      { id: first, state: 'refused', why: 'serverFault', detail: 'TypeError: a fault of ours' },
    ]);
    expect(await urls(sender)).toEqual(['https://example.org/1']);
  });
});
