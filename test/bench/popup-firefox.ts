/*
 * How it is measured: the popup is opened by the function that the key for the button calls. A listener beside the page
 * (a frame script, which the page does not see) tells when an element got the focus: Firefox dispatches that event only
 * once the window has the keyboard. The page's own clock counts from the start of its navigation and is the wall clock
 * too (`performance.timeOrigin`), as is that of the window in which the opening is asked for; neither is rounded here. Firefox often tells no time of a first
 * paint, since it paints a popup before it shows it.
 */
import { type Firefox, launchFirefox } from '../browser/driver/firefox-launch';
import { askPopup, closePanels, popupIsThere } from '../browser/driver/firefox-panel';
import { passFocusOn } from '../browser/driver/firefox-window';
import { firefoxId } from '../browser/driver/identity';
import { pause, until } from '../browser/driver/until';
import { FOCUS_SCRIPT, openAndWait, watchFocus } from './popup-firefox-window';
import { type PopupSample, UNDISTURBED } from './popup-sample';

/**
 * Opens popups one after another in one Firefox.
 *
 * @param folders name → extension
 * @param order names, one for each opening
 * @returns one sample for each opening
 * @throws Error when a popup does not open, or its field does not get the focus
 */
export async function measureInFirefox(folders: Record<string, string>, order: string[]): Promise<PopupSample[]> {
  const [extension = '', ...besides] = Object.values(folders);
  const firefox = await launchFirefox({ extension });
  const { client } = firefox;
  try {
    for (const path of besides) await client.send('Addon:Install', { path, temporary: true });
    await client.chrome(passFocusOn);
    await client.chrome(watchFocus, FOCUS_SCRIPT);
    await client.inContext('content', () => client.send('WebDriver:Navigate', { url: 'data:text/html,<p>A page' }));
    const samples: PopupSample[] = [];
    for (const name of order) samples.push(await open(firefox, firefoxId(folders[name] ?? '')));
    return samples;
  } finally {
    firefox.kill();
    await firefox.ended;
    client.close();
  }
}

async function open({ client }: Firefox, id: string): Promise<PopupSample> {
  const times = await client.chrome(openAndWait, id);
  await pause(UNDISTURBED);
  const script = 'return document.activeElement.localName';
  const focused = await client.chrome(askPopup, { what: 'run', script, args: [] });
  if (focused !== 'input') throw new Error(`The popup's focus is on ${focused}`);
  await until(async () => {
    await client.chrome(closePanels);
    return !(await client.chrome(popupIsThere));
  }, 'the popup to close');
  return times;
}
