import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingOf, textPieces } from '../../../src/formats/text-pieces';

async function* cut(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length || at === 0; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(bytes: Uint8Array, size?: number): Promise<string> {
  const encoding = await encodingOf(cut(bytes, size));
  let text = '';
  for await (const piece of textPieces(cut(bytes, size), encoding)) text += piece;
  return text;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('the letters of a file', () => {
  it.each([
    ['UTF-8', utf8('œufs — 東京'), 'œufs — 東京'],
    ['UTF-8 with a mark', utf8('\uFEFFœufs'), 'œufs'],
    ['UTF-16 with a mark, the small end first', utf16('\uFEFFœufs', true), 'œufs'],
    ['UTF-16 with a mark, the large end first', utf16('\uFEFFœufs', false), 'œufs'],
    ['UTF-16 without a mark', utf16('<!DOCTYPE', true), '<!DOCTYPE'],
    ['UTF-16 without a mark, the large end first', utf16('<!DOCTYPE', false), '<!DOCTYPE'],
    ['Windows-1252 that says nothing', latin1('d\xe9j\xe0 \x96 vu'), 'déjà – vu'],
    ['what a file says', latin1('<META charset=koi8-r>\xf2'), '<META charset=koi8-r>Р'],
    [
      'an older name',
      latin1('<META content="text/html; charset=ISO-8859-1">\xe9'),
      '<META content="text/html; charset=ISO-8859-1">é',
    ],
    ['a name that nobody knows', latin1('charset=x-none \xe9'), 'charset=x-none é'],
    ['one that says UTF-8 and is not', latin1('charset=utf-8 \xe9t\xe9'), 'charset=utf-8 été'],
    ['UTF-8 that is damaged', Uint8Array.from([...utf8('été œuf '), 0xe9, ...utf8(' ß')]), 'été œuf \uFFFD ß'],
    ['nothing', new Uint8Array(), ''],
  ])('%s', async (_name, bytes, text) => {
    expect(await textOf(bytes)).toBe(text);
  });
});

it('gives the same text however the file is cut, with line feeds only', async () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom('\r', '\n', '\r\n', 'é', '😀', 'a'), fc.string({ unit: 'grapheme' })))
    .map((some) =>
      some
        .join('')
        .toWellFormed()
        .replace(/^\uFEFF+/, ''),
    );
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (some, size) => {
      fc.pre(!some.includes('\0'));
      expect(await textOf(utf8(some), size)).toBe(some.replace(/\r\n?/g, '\n'));
    }),
    { numRuns: 500 },
  );
});
