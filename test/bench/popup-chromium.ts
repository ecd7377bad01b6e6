/*
 * How it is measured: nothing is put into the popup. The browser's own trace, one clock over all of its processes, says
 * when the popup's navigation started (`navigationStart`), when an element in it got the focus (`focusin`, which Chromium
 * dispatches only once the window around the page has the keyboard too) and what was painted when (`firstPaint`). A mark
 * sent over the same connection right before the order to open says when that was. Whether the field has the focus
 * indeed is asked afterwards.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { type Chromium, launchChromium } from '../browser/driver/chromium-launch';
import { Targets } from '../browser/driver/chromium-targets';
import { chromiumId } from '../browser/driver/identity';
import { pause, until } from '../browser/driver/until';
import { temporaryFolder } from './built';
import { type PopupSample, UNDISTURBED } from './popup-sample';

const CATEGORIES = ['devtools.timeline', 'blink.user_timing', 'loading', '__metadata'];

interface TraceEvent {
  name: string;
  pid: number;
  /** Microseconds. */
  ts: number;
  args: { sync_id?: string; data?: { type?: string; documentLoaderURL?: string } };
}

/**
 * Opens popups one after another in one Chromium.
 *
 * @param folders name → extension
 * @param order names, one for each opening
 * @returns one sample for each opening
 * @throws Error when a popup does not open, or its field does not get the focus
 */
export async function measureInChromium(folders: Record<string, string>, order: string[]): Promise<PopupSample[]> {
  const names = Object.keys(folders);
  const ids = names.map((name) => chromiumId(folders[name] ?? ''));
  const idOf = (name: string) => ids[names.indexOf(name)] ?? '';
  const [extension = '', ...besides] = Object.values(folders);
  const chromium = await launchChromium({ extension, besides, profile: profileWithButtons(ids) });
  try {
    const targets = ids.map((id) => new Targets(chromium.browser, rootOf(id)));
    await until(async () => (await Promise.all(targets.map((one) => one.worker()))).every(Boolean), 'the backgrounds');
    await chromium.page.goto('data:text/html,<title>A page</title>');
    const trace = await startTrace(chromium.browser);
    for (const [place, name] of order.entries())
      await open(chromium, targets[names.indexOf(name)] as Targets, idOf(name), String(place));
    const events = await trace.end();
    return order.map((name, place) => timesOf(events, String(place), `${rootOf(idOf(name))}popup.html`));
  } finally {
    await chromium.context.close();
  }
}

function rootOf(id: string): string {
  return `chrome-extension://${id}/`;
}

/** A button that is not pinned slides into the toolbar before its popup opens: that would take most of the time. */
function profileWithButtons(ids: string[]): string {
  const profile = temporaryFolder('profile');
  mkdirSync(path.join(profile, 'Default'));
  const preferences = { extensions: { pinned_extensions: ids } };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Opens one popup, and closes it when it has been let alone for a while. */
async function open({ browser, page }: Chromium, targets: Targets, id: string, syncId: string): Promise<void> {
  await page.bringToFront();
  const tab = (await targets.list()).find((target) => target.type === 'tab' && target.url === page.url());
  const targetId = tab?.targetId ?? '';
  await Promise.all([
    browser.send('Tracing.recordClockSyncMarker', { syncId }),
    browser.send('Extensions.triggerAction', { id, targetId }),
  ]);
  await pause(UNDISTURBED);
  await until(() => hasFocus(targets), 'the field to have the focus');
  await browser.send('Target.activateTarget', { targetId });
  await until(async () => !(await targets.popup()), 'the popup to close');
}

async function startTrace(browser: CDPSession) {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  browser.on('Tracing.dataCollected', collect);
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  return {
    async end(): Promise<TraceEvent[]> {
      const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
      await browser.send('Tracing.end');
      await complete;
      browser.off('Tracing.dataCollected', collect);
      return events.sort((a, b) => a.ts - b.ts);
    },
  };
}

async function hasFocus(targets: Targets): Promise<boolean> {
  const popup = await targets.popup();
  if (!popup) return false;
  const session = await targets.attach(popup.targetId);
  const expression = "document.hasFocus() && document.activeElement.localName === 'input'";
  const { result } = (await targets.send(session, 'Runtime.evaluate', { expression })) as {
    result: { value: boolean };
  };
  return result.value;
}

/**
 * What the trace says of one opening: of what came after its mark.
 *
 * @throws Error when one of the moments is not there
 */
function timesOf(events: TraceEvent[], syncId: string, url: string): PopupSample {
  const first = (since: TraceEvent | undefined, what: string, is: (event: TraceEvent) => boolean) => {
    const found = events.find((event) => event.ts >= (since?.ts ?? 0) && is(event));
    if (!found) throw new Error(`The trace of ${url} does not say: ${what}`);
    return found;
  };
  const mark = first(undefined, 'mark', ({ args }) => args.sync_id === syncId);
  const isStart = ({ name, args }: TraceEvent) => name === 'navigationStart' && args.data?.documentLoaderURL === url;
  const start = first(mark, 'start', isStart);
  const isFocus = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args.data?.type === 'focusin';
  const focus = first(start, 'focus', (event) => event.pid === start.pid && isFocus(event));
  const paint = first(start, 'paint', ({ name, pid }) => pid === start.pid && name === 'firstPaint');
  const ms = (from: TraceEvent, to: TraceEvent) => (to.ts - from.ts) / 1000;
  return { focus: ms(start, focus), opened: ms(mark, focus), paint: ms(start, paint) };
}
