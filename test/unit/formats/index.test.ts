import { expect, it } from 'vitest';
import { formatOf, formats, readFormats } from '../../../src/formats';
import type { TwoWayFormat } from '../../../src/formats/format';
import { context, linksOf, makeLink, readFile, written } from './samples';

it.each(readFormats.filter(({ write }) => write))(
  '$id knows and reads its own files, and is the only one to',
  async (format) => {
    const file = await written(
      (format as TwoWayFormat).write([makeLink({ note: '{"format":"daily-shaarli"} <DL> <DT><A ' })], context),
    );
    expect(readFormats.filter((one) => one.detect(file))).toEqual([format]);
    expect(linksOf(readFile(format, file))).toMatchObject([{ url: 'https://a.example/' }]);
  },
);

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
