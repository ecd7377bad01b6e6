import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFolder } from './built';
import type { Figure } from './figures';

const BEFORE_FOCUS = ['popup.html', 'popup.css', 'popup-boot.js'];
const IN_ALL = [...BEFORE_FOCUS, 'popup.js'];

/** Size of every script, style sheet and page, as `gzip -9` makes it; what the popup loads, in sums. */
export function sizes(): Figure[] {
  const folder = builtFolder('chrome');
  const bytes = (file: string) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length;
  const sum = (files: string[]) => files.reduce((total, file) => total + bytes(file), 0);
  const files = readdirSync(folder).filter((file) => /\.(js|css|html)$/.test(file));
  return [
    ...files.map((file): Figure => ({ what: `${file}, gzip`, value: bytes(file), unit: 'B' })),
    figure('popup, gzip loaded before first focus', BEFORE_FOCUS, 4096),
    figure('popup, gzip loaded in all', IN_ALL, 60 * 1024),
  ];

  function figure(what: string, files: string[], atMost: number): Figure {
    return { what, value: sum(files), unit: 'B', atMost, detail: files.join(' + ') };
  }
}
