import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../src');

/** Each layer with those it may import from, besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  formats: ['core'],
  publish: ['core'],
  capture: ['core'],
  storage: ['core'],
  platform: ['core', 'storage', '_locales'],
  sync: ['core', 'storage', 'platform'],
  background: ['core', 'storage', 'platform', 'sync'],
  ui: ['core', 'formats', 'publish', 'storage', 'platform', 'sync'],
};

/** Libraries that only one layer may know. */
const BELONGS_TO: Record<string, string[]> = {
  'webextension-polyfill': ['platform'],
  dexie: ['storage', 'ui'],
  preact: ['ui'],
  jose: ['sync'],
  fflate: ['core'],
};

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

test.each(files)('%s imports downwards only', (file) => {
  const layer = file.split(path.sep)[0] ?? '';
  const wrong = importsOf(file).filter((target) => {
    if (!target.startsWith('.')) {
      const owner = Object.keys(BELONGS_TO).find((name) => target === name || target.startsWith(`${name}/`));
      return owner !== undefined && !BELONGS_TO[owner]?.includes(layer);
    }
    const other = path.relative(ROOT, path.resolve(ROOT, path.dirname(file), target)).split(path.sep)[0] ?? '';
    return other !== layer && !MAY_IMPORT[layer]?.includes(other);
  });
  expect(wrong).toEqual([]);
});

test('the core asks neither the clock, nor a document, nor a browser', () => {
  const asks =
    /\bDate\.now\(|new Date\(\)|\bdocument\.|\bwindow\.|\bbrowser\.|\bchrome\.|\bfetch\(|Math\.random|DOMParser/;
  const found = files.filter((file) => /^(core|formats|publish)/.test(file) && asks.test(withoutComments(file)));
  expect(found).toEqual([]);
});

test('every permission of the manifest is used, and no other', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, '../manifest.json'), 'utf8'));
  const platform = files
    .filter((file) => file.startsWith('platform'))
    .map((file) => withoutComments(file))
    .join('\n');
  const used = ['scripting', 'contextMenus', 'alarms'].filter((name) => platform.includes(`browser.${name}`));
  // activeTab goes with scripting; unlimitedStorage and storage go with the journal and with drafts of private windows.
  expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'storage', 'unlimitedStorage', ...used].toSorted());
  // What is asked for at its use: tabs, when several are saved at once or saved pages are marked on the button.
  expect(manifest.optional_permissions).toEqual(['tabs']);
  expect(platform).toContain('browser.permissions.request(');
  // And one host, when a server is set up there.
  expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
});

function withoutComments(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
