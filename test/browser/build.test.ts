import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inBothBrowsers, until } from './driver/index';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const read = (browser: string, file: string) => readFileSync(path.join(DIST, browser, file), 'utf8');

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const scripts = readdirSync(path.join(DIST, browser)).filter((name) => name.endsWith('.js'));

  test('holds no way to make HTML out of text, and none to run text', () => {
    const ways = /\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/;
    expect(scripts).toContain('popup.js');
    expect(scripts.filter((name) => ways.test(read(browser, name)))).toEqual([]);
  });

  test('has pages that load their own files only, none of them in line', () => {
    for (const page of ['popup.html', 'daily.html', 'settings.html', 'tabs.html']) {
      const html = read(browser, page);
      expect(
        [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((one) => one[1]).filter((url) => /^\w+:/.test(url ?? '')),
      ).toEqual([]);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/);
    }
  });

  test('has a popup that can be typed into before any script has run', () => {
    const html = read(browser, 'popup.html');
    expect(html.indexOf('id="tags"')).toBeLessThan(html.indexOf('<script'));
    expect(html).toMatch(/<input id="tags"[^>]*\sautofocus/);
    for (const name of ['Title', 'Quote', 'Note', 'Tags', 'Private', 'Save']) expect(html).toContain(name);
  });
});

inBothBrowsers('the build is loaded', (browser) => {
  test('without a warning about its manifest', async () => {
    const driver = await browser.start();
    // Firefox's are web-ext lint's to find; what it logs while loading is among its errors.
    if (browser.name === 'chromium') {
      await driver.goto('chrome://extensions/');
      const warnings = await driver.eval(async (id) => {
        interface Info {
          manifestErrors: { message: string }[];
          runtimeErrors: { message: string }[];
          installWarnings?: string[];
        }
        const { chrome } = globalThis as unknown as {
          chrome: { developerPrivate: { getExtensionInfo(id: string): Promise<Info> } };
        };
        const {
          manifestErrors,
          runtimeErrors,
          installWarnings = [],
        } = await chrome.developerPrivate.getExtensionInfo(id);
        return [...manifestErrors, ...runtimeErrors].map((one) => one.message).concat(installWarnings);
      }, new URL(driver.base).host);
      expect(warnings).toEqual([]);
    }
    expect(await driver.errors()).toEqual([]);
  });

  test('in French, with the popup’s form in French before its app comes', async () => {
    const driver = await browser.start({ language: 'fr' });
    await driver.extension('popup.html');
    await until(async () => (await driver.text('form')).includes('Étiquettes'), 'the form in French');
    expect(await driver.eval(() => document.documentElement.lang)).toBe('fr');
    await driver.extension('daily.html');
    await until(async () => (await driver.text('.empty')).startsWith('Rien encore.'), 'the page in French');
    await driver.quit();
  });
});
