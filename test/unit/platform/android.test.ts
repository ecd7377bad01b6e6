import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { calls, listeners } from './android';

// Which it has, and the Node of these tests may not have.
vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
vi.mock('webextension-polyfill', async () => ({ default: (await import('./android')).android }));

/** Rejections that nobody waits for: that is where a missing API would show in the background. */
const lost: unknown[] = [];
const lose = (reason: unknown) => lost.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', lose);
  await import('../../../src/background/index');
});

afterAll(() => void process.off('unhandledRejection', lose));

test('the background starts, and hears of what there is to hear of', () => {
  expect([...listeners.keys()]).toEqual(
    expect.arrayContaining(['runtime.onInstalled', 'runtime.onStartup', 'runtime.onMessage', 'alarms.onAlarm']),
  );
});

test.each(['runtime.onInstalled', 'runtime.onStartup', 'alarms.onAlarm'])('%s is answered', async (event) => {
  const before = calls.length;
  const answered = (listeners.get(event) ?? []).map((listener) => listener({ name: 'daily', reason: 'install' }));
  await Promise.all(answered);
  if (event !== 'alarms.onAlarm') await vi.waitFor(() => expect(calls.slice(before)).toContain('alarms.create'));
});

test('what popup and pages ask the browser for is answered', async () => {
  const { currentTab } = await import('../../../src/platform/tab');
  const { readPage } = await import('../../../src/platform/page');
  const { currentShortcuts } = await import('../../../src/platform/shortcut');
  const { dailyAddress, openSettings, openTab } = await import('../../../src/platform/pages');
  const tab = await currentTab();
  expect(tab).toMatchObject({ id: 1, url: 'https://example.org/a', private: false });
  expect(tab && (await readPage(tab, 1000))).toEqual({ refused: 'forbidden' });
  expect(Object.keys((await currentShortcuts()) ?? {})).toEqual([]);
  await openTab(dailyAddress());
  await openSettings();
  expect(calls).toEqual(expect.arrayContaining(['tabs.create', 'runtime.openOptionsPage']));
});

test('nothing of all this failed without anybody hearing of it', async () => {
  await new Promise(setImmediate);
  expect(lost).toEqual([]);
});
