import { Problem } from '../../core/errors';
import { Lister, type Listing } from '../../core/import-listing';
import type { ReadResult } from '../../core/read-result';
import type { Format } from '../../formats/format';
import { formatOf, formats } from '../../formats/index';
import { encodingOf, textPieces } from '../../formats/text-pieces';
import type { Import } from '../../storage/import-state';
import { fileContext } from './file-context';

/** By so much of its beginning a file is known (characters). */
const HEAD = 4096;
/** Bytes that are read at once: taken apart in a moment, so that the page never hangs. */
const PIECE = 1 << 18;

/** How a file is to be read. */
export type Reading = Pick<Import, 'format' | 'encoding'>;

/** @throws Problem `notOurFile`; `unreadableFile`, where it is gone or was changed since it was chosen */
export async function recognise(file: File): Promise<Reading> {
  const encoding = await encodingOf(bytesOf(file, file.name));
  let format: Format | undefined;
  for await (const piece of textPieces(bytesOf(file, file.name), encoding)) {
    format = formatOf(piece.slice(0, HEAD));
    break;
  }
  if (!format) throw new Problem('notOurFile', file.name);
  return { format: format.id, encoding };
}

/**
 * The entries of a file, from the first one on.
 * @param fileName for what is said where it cannot be read
 * @param progress is told how much of it was read, in bytes
 * @throws Problem `unreadableFile`
 */
export async function* entriesOf(
  file: Blob,
  { format: id, encoding }: Reading,
  fileName: string,
  progress: (bytes: number) => void = () => {},
): AsyncGenerator<ReadResult[]> {
  const reader = formats.find((one) => one.id === id)?.read(await fileContext());
  if (!reader) throw new Problem('notOurFile', fileName);
  for await (const piece of textPieces(bytesOf(file, fileName, progress), encoding)) yield reader.push(piece);
  yield reader.end();
}

/**
 * What a file holds.
 * @throws what `signal` was aborted with; Problem `newerFile`, `unreadableFile`
 */
export async function listingOf(
  file: Blob,
  { fileName, ...reading }: Reading & Pick<Import, 'fileName'>,
  { signal, progress }: { signal: AbortSignal; progress(bytes: number): void },
): Promise<Listing> {
  const lister = new Lister();
  for await (const results of entriesOf(file, reading, fileName, progress)) {
    signal.throwIfAborted();
    for (const result of results) lister.add(result);
  }
  const listing = lister.listing();
  if (listing.skippedBy.newerVersion) throw new Problem('newerFile', fileName);
  return listing;
}

async function* bytesOf(file: Blob, name: string, progress: (bytes: number) => void = () => {}) {
  for (let at = 0; at < file.size || at === 0; at += PIECE) {
    yield await bytesAt(file, at, name);
    progress(Math.min(file.size, at + PIECE));
  }
}

async function bytesAt(file: Blob, at: number, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  } catch {
    // It is gone, or another one by now: a browser reads only what was chosen.
    throw new Problem('unreadableFile', name);
  }
}
