import { copyOfBuilt } from './built';
import { writeEmptyPopup } from './empty-popup';
import { type Figure, median, noiseOf, sidesOf } from './figures';
import { measureInChromium } from './popup-chromium';
import { measureInFirefox } from './popup-firefox';
import type { PopupSample } from './popup-sample';

const WARM_UP = 3;
const ROUNDS = 20;

/** Our real toolbar popup and an empty one, both in the same browser, by turns; who is first changes each round. */
export async function popup(): Promise<Figure[]> {
  const order = Array.from({ length: WARM_UP + ROUNDS }, (_, round) =>
    round % 2 ? ['empty', 'ours'] : ['ours', 'empty'],
  ).flat();
  const chromium = { ours: copyOfBuilt('chrome'), empty: writeEmptyPopup('chrome') };
  const firefox = { ours: copyOfBuilt('firefox'), empty: writeEmptyPopup('firefox') };
  return [
    ...figuresOf('Chromium', order, await measureInChromium(chromium, order), 0.8),
    ...figuresOf('Firefox', order, await measureInFirefox(firefox, order)),
  ];
}

function figuresOf(browser: string, order: string[], samples: PopupSample[], atMost?: number): Figure[] {
  const from = 2 * WARM_UP;
  const times = (name: string, kind: keyof PopupSample) =>
    samples.filter((_, place) => place >= from && order[place] === name).flatMap((sample) => sample[kind] ?? []);
  const compare = (what: string, kind: keyof PopupSample): Figure => {
    const [ours, empty] = [times('ours', kind), times('empty', kind)];
    return {
      what: `popup in ${browser}, ${what} ÷ empty popup`,
      value: median(ours) / median(empty),
      detail: sidesOf(ours, empty),
    };
  };
  return [
    { ...compare('first focus', 'focus'), ...(atMost === undefined ? {} : { atMost }) },
    compare('first focus counted from the click', 'opened'),
    ...(times('ours', 'paint').length > 0 ? [compare('first paint', 'paint')] : []),
    { what: `popup in ${browser}, noise: empty ÷ itself`, value: noiseOf(times('empty', 'focus')) },
  ];
}
