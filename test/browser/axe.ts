import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Hands } from './driver/driver';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe's source leaves in a page. */
type WithAxe = { axe?: { run(root: Document, options: RunOptions): Promise<AxeResults> } };

/** What axe finds, a line each: the rule and where. */
export async function violations(page: Hands): Promise<string[]> {
  if (!(await page.eval(() => 'axe' in globalThis))) await page.eval(bring, AXE);
  return page.eval(async () => {
    // of what is as it should be no list is made: that takes half of the time
    const found = await (globalThis as WithAxe).axe?.run(document, { resultTypes: ['violations'] });
    if (!found) throw new Error('There is no axe in this page');
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
  });
}

/** Runs axe's source through the debugger; the pages' own rules forbid a script tag. */
function bring(source: string): void {
  new Function(source)();
}
