import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Hands } from './driver/driver';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, a line each: the rule and where. Its source is run through the debugger; the pages' own rules forbid a script tag. */
export async function violations(page: Hands): Promise<string[]> {
  return page.eval(async (source) => {
    const run = new Function(`${source}; return (globalThis.axe ?? axe).run(document);`) as () => Promise<AxeResults>;
    const found = await run();
    return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
  }, AXE);
}
