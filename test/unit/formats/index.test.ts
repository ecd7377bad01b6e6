import { expect, it } from 'vitest';
import { formatOf, formats, writtenFormats } from '../../../src/formats';
import { context, linksOf, makeLink, readFile, written } from './samples';

it.each(writtenFormats)('$id knows and reads its own files, and is the only one to', async (format) => {
  const file = await written(format.write([makeLink({ note: '{"format":"daily-shaarli"} <DL> <DT><A ' })], context));
  expect(formats.filter((one) => one.detect(file))).toEqual([format]);
  expect(linksOf(readFile(format, file))).toMatchObject([{ url: 'https://a.example/' }]);
});

it('knows no format for other texts', () => {
  for (const text of ['', 'https://a.example/', '<!DOCTYPE html><title>a</title>', '{"links":[]}']) {
    expect(formatOf(text)).toBeUndefined();
  }
});

it('gives each format names of its own', () => {
  for (const field of ['id', 'label'] as const) {
    expect(new Set(formats.map((format) => format[field])).size).toBe(formats.length);
  }
});
