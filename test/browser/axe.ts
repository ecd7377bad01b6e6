import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Hands } from './driver/driver';
import { type Driver, until } from './driver/index';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe's source leaves in a page. */
type WithAxe = { axe?: { run(root: Document, options: RunOptions): Promise<AxeResults> } };

/** The rules that look at colours: what else there is to find is the same in the light and in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds, a line each: the rule and where. */
export async function violations(page: Hands, rules?: string[]): Promise<string[]> {
  if (!(await page.eval(() => 'axe' in globalThis))) await page.eval(bring, AXE);
  return page.eval(async (only) => {
    // of what is as it should be no list is made: that takes half of the time
    const options: RunOptions = { resultTypes: ['violations'], ...(only && { runOnly: only }) };
    const found = await (globalThis as WithAxe).axe?.run(document, options);
    if (!found) throw new Error('There is no axe in this page');
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
  }, rules ?? null);
}

/** The same of the page in the main tab as it stands: in the light, and of its colours in the dark. */
export async function violationsInBothThemes(driver: Driver): Promise<string[]> {
  const inTheLight = await violations(driver);
  await driver.look({ dark: true });
  await until(() => driver.eval(() => matchMedia('(prefers-color-scheme: dark)').matches), 'the dark');
  const inTheDark = await violations(driver, OF_COLOURS);
  await driver.look({ dark: false });
  return [...inTheLight, ...inTheDark.map((one) => `in the dark: ${one}`)];
}

/** Runs axe's source through the debugger; the pages' own rules forbid a script tag. */
function bring(source: string): void {
  new Function(source)();
}
