import { Zip, ZipDeflate } from 'fflate';
import type { Instant } from './link';

export interface ZippedFile {
  /** Inside the zip. */
  path: string;
  content: string;
}

/**
 * Files as one zip, in pieces as they are made. The same files with the same date give the same bytes, in any zone.
 * @param updated the date of every file in it
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function* zipped(
  files: AsyncIterable<ZippedFile>,
  updated: Instant,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  const encoder = new TextEncoder();
  const mtime = zipDate(updated);
  for await (const { path, content } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    file.push(encoder.encode(content), true);
    yield* pieces;
    pieces = [];
  }
  zip.end();
  yield* pieces;
}

/** A zip knows no zone and the years from 1980 on; noon is on the same day, and there, in every zone. */
function zipDate(at: Instant): Date {
  const date = new Date(at * 1000);
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2099);
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), 12);
}
