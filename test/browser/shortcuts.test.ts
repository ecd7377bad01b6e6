import { expect, test } from 'vitest';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal } from './journal-page';

declare const chrome: {
  commands: { update?(change: object): Promise<void>; getAll(): Promise<{ name: string; shortcut: string }[]> };
};

/** Another key, set while the page is out of sight. Chromium lets only the person set one: there the browser's answer is another. */
async function setMeanwhile(driver: Driver, name: string, shortcut: string): Promise<void> {
  await driver.eval(
    async (command, key) => {
      const { commands } = chrome;
      if (commands.update) await commands.update({ name: command, shortcut: key });
      else commands.getAll = async () => [{ name: command, shortcut: key }];
      document.dispatchEvent(new Event('visibilitychange'));
    },
    name,
    shortcut,
  );
}

inBothBrowsers('the keys', (browser) => {
  test('are shown as they are, with a way to the browser’s page for them', async () => {
    const driver = await browser.driver();
    await driver.extension('settings.html');
    const keys = () => driver.eval(() => [...document.querySelectorAll('dd')].map((one) => one.textContent));
    await expect.poll(keys).toEqual(['Alt+Shift+D', 'none set', 'none set']);
    await setMeanwhile(driver, 'save-now', 'Alt+Shift+Q');
    await expect.poll(async () => (await keys())[1]).toBe('Alt+Shift+Q');
    await driver.click('section .quiet');
    const pages = { chromium: 'chrome://extensions/shortcuts', firefox: 'about:addons' };
    await until(async () => (await driver.tabs()).includes(pages[driver.name]), 'the browser’s page');
  });

  test('are what the empty journal advises; where none is set it names none', async () => {
    const driver = await browser.driver();
    await openJournal(driver);
    await expect.poll(() => driver.text('.empty')).toContain('press Alt+Shift+D or the toolbar button');
    await setMeanwhile(driver, '_execute_action', '');
    await expect.poll(() => driver.text('.empty')).toContain('press the toolbar button');
    expect(await driver.errors()).toEqual([]);
  });
});
