/**
 * `npm run bench`: how fast and how large we are, as ratios wherever there is something to compare with, since those hold
 * on any machine. `npm run bench -- popup save` runs only these. The table also goes to `out/bench.md`. A goal that is
 * missed is no failure; a bench that breaks is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../browser/driver/identity';
import { ensureBrowsers } from '../browsers';
import { buildIfStale } from '../build-if-stale';
import { fetch } from './fetch';
import { type Figure, tableOf } from './figures';
import { files } from './files';
import { pages } from './pages';
import { popup } from './popup';
import { save } from './save';
import { search } from './search';
import { send } from './send';
import { sizes } from './sizes';

/** `search 1000000`, `pages 1000000`, `files 1000000`: the large journal of these benches. */
const larger = Number(process.argv.find((word) => /^\d+$/.test(word))) || undefined;
const BENCHES: Record<string, () => Figure[] | Promise<Figure[]>> = {
  sizes,
  popup,
  pages: () => pages(larger),
  save,
  send,
  fetch,
  files: () => files(larger),
  search: () => search(larger),
};

const asked = process.argv.slice(2).filter((word) => word !== String(larger));
const unknown = asked.filter((name) => !BENCHES[name]);
if (unknown.length > 0) throw new Error(`No bench ${unknown}; there are ${Object.keys(BENCHES).join(', ')}`);

ensureBrowsers();
buildIfStale();
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  try {
    figures.push(...(await bench()));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
const table = tableOf(figures);
console.log(table);
mkdirSync(path.join(root, 'out'), { recursive: true });
writeFileSync(path.join(root, 'out/bench.md'), table);
