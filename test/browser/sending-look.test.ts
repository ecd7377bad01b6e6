import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import { cutOff } from './cut-off';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { linksOf, openWithServer, row, twinOfLink } from './server-rows';

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const links = [...linksOf('abc'), ...linksOf('d', { title: `${WORD} and so on`, private: true, days: ['2023-03-14'] })];
const twins = links.slice(0, 1).map((link) => twinOfLink(link, 1));
const queue = [
  row('b'),
  row('c', { state: 'refused', why: 'serverTaken' }),
  row('d', { state: 'refused', why: 'serverChanged', what: 'delete' }),
];
const stopped = { failures: 0, lastSent: Date.UTC(2023, 2, 13, 12), stopped: 'serverShut' } as const;

/** The narrowest page there is, in the language with the longer texts; what zooming to 200 % leaves of a window; and a window in the dark. */
const LOOKS = {
  fr: [{ width: 320, height: 640, dark: false }],
  en: [
    { width: 640, height: 400, dark: false },
    { width: 1200, height: 900, dark: true },
  ],
};

describe.each(['en', 'fr'] as const)('in the language %s', (language) => {
  inBothBrowsers('sending, as it looks', (browser) => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await (language === 'en' ? browser.driver() : browser.start({ language }));
    });

    const there = (selector: string) =>
      until(() => driver.eval((wanted) => document.querySelector(wanted) !== null, selector), selector);
    /** Everything is in sight and within the rules. */
    const fine = async () => {
      // What comes and goes with the pointer is looked at as well.
      await driver.eval(() => document.querySelector<HTMLElement>('[data-id=a] .acts button')?.focus());
      expect(await violations(driver)).toEqual([]);
      expect(await driver.eval(cutOff)).toEqual([]);
    };

    test.each(LOOKS[language])('at $width × $height, dark: $dark', async (look) => {
      await driver.look(look);
      await openWithServer(driver, { links, queue, twins, sending: stopped });
      await there('.acts .refused');
      await there('.sending-line .problem');
      await fine();

      await driver.click('.tools .select');
      await there('[data-id=b] .box');
      await driver.click('[data-id=b] .box');
      await fine();
      await driver.press('Escape');
      await until(() => driver.eval(() => document.querySelector('.box') === null), 'the end of selecting');

      await driver.eval(() => scrollTo(0, 0));
      await driver.click('[popovertarget]');
      await there('#export-menu:popover-open fieldset:nth-of-type(2)');
      await fine();
      await driver.click('#export-menu fieldset:nth-of-type(2) button:last-of-type');
      await there('.report');
      await expect.poll(() => driver.text('.report p')).toMatch(/4.*1/);
      await fine();
      await driver.press('Escape');

      await driver.eval(() => document.querySelector<HTMLElement>('[data-id=a] .acts button:nth-of-type(3)')?.click());
      await there('.toast button:nth-of-type(3)');
      await fine();
    });

    test.each(LOOKS[language])('in the settings, at $width × $height, dark: $dark', async (look) => {
      await driver.look(look);
      await openWithServer(driver, { links, queue, sending: stopped }, 'settings.html#sending');
      await there('[data-refused=d]');
      await there('#sending .problem');
      await fine();
    });
  });
});
