import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');
const catalogue = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(path.join(SRC, '_locales', language, 'messages.json'), 'utf8'));
const english = catalogue('en');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(SRC, file), 'utf8'))
  .join('\n');

test.each(readdirSync(path.join(SRC, '_locales')).filter((name) => name !== 'en'))('%s is complete', (language) => {
  const other = catalogue(language);
  expect(Object.keys(other)).toEqual(Object.keys(english));
  const values = (text: string) => (text.match(/\$\d/g) ?? []).sort();
  const wrong = Object.keys(english).filter(
    (key) => !other[key]?.message || values(other[key].message).join() !== values(english[key]?.message ?? '').join(),
  );
  expect(wrong).toEqual([]);
});

test('no line of French begins or ends with a mark that belongs to a word', () => {
  const texts = Object.values(catalogue('fr')).map(({ message }) => message);
  // U+00A0 stands there.
  expect(texts.filter((text) => / [?!;:»]|« /.test(text))).toEqual([]);
});

test('every message is used', () => {
  const manifest = readFileSync(path.join(SRC, '../manifest.json'), 'utf8');
  const unused = Object.keys(english).filter((key) => {
    const name = key.replace(/_(one|other)$/, '');
    return !sources.includes(`'${name}'`) && !manifest.includes(`__MSG_${key}__`) && !isComposed(name);
  });
  expect(unused).toEqual([]);
});

/** Messages whose keys are put together from a code: `error_…`, `skipped_…`, `importFate_…`. The codes stand in the sources. */
function isComposed(name: string): boolean {
  const code = /^(?:error|skipped|importFate|loss|scope|theme|text|density)_(.+)$/.exec(name)?.[1];
  return code !== undefined && (sources.includes(`'${code}'`) || sources.includes(`'error_${code}'`));
}
