import { Problem } from '../../core/errors';
import { Lister } from '../../core/import-listing';
import type { ReadResult } from '../../core/read-result';
import type { Reader, ReadFormat } from '../../formats/format';
import { formatOf, readFormats } from '../../formats/index';
import { encodingOf, textPieces } from '../../formats/text-pieces';
import type { Import, Reading } from '../../storage/import-state';
import { fileContext } from './file-context';

/** By so much of its beginning a file is known (characters). */
const HEAD = 4096;
/** Bytes that are read at once: taken apart in a moment, so that the page never hangs. */
const READ = 1 << 19;
/** How often so much is asked for ahead. */
const AHEAD = 8;
/** Bytes that are taken apart at once: what comes of few is gone again before it would have to be kept. */
const PIECE = 1 << 15;

interface Watcher {
  signal: AbortSignal;
  /** @param bytes of the file that were read */
  progress(bytes: number): void;
}

/**
 * Reads a file, to know what it holds. It is taken for UTF-8 where its beginning is; only where that turns out to be wrong all of it is
 * looked at first.
 * @throws what `signal` was aborted with; Problem `notOurFile`, `newerFile`; `unreadableFile`, where it is gone or was changed since it
 * was chosen
 */
export async function readFile(file: File, watcher: Watcher): Promise<Import> {
  const { name } = file;
  const encoding = await encodingOf(onlyPiece(wholeLetters(await bytesAt(file, 0, name))));
  try {
    return await listed(file, { encoding, fatal: encoding === 'utf-8' }, watcher);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return listed(file, { encoding: await encodingOf(bytesOf(file, name)), fatal: false }, watcher);
  }
}

/** The entries of a file that was read before. @throws Problem `unreadableFile` */
export async function* entriesOf(file: Blob, reading: Reading): AsyncGenerator<ReadResult[]> {
  const format = readFormats.find(({ id }) => id === reading.format);
  if (!format) throw new Problem('unreadableFile', reading.fileName);
  const reader = format.read({ ...(await fileContext()), now: reading.readAt });
  for await (const piece of textPieces(bytesOf(file, reading.fileName), reading.encoding)) yield reader.push(piece);
  yield reader.end();
}

/** Without what may be half a letter of UTF-8. */
function wholeLetters(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte < 0x80) + 1);
}

async function* onlyPiece(bytes: Uint8Array) {
  yield bytes;
}

async function listed(
  file: File,
  { encoding, fatal }: { encoding: string; fatal: boolean },
  { signal, progress }: Watcher,
): Promise<Import> {
  const context = await fileContext();
  const lister = new Lister();
  let format: ReadFormat | undefined;
  let reader: Reader | undefined;
  for await (const piece of textPieces(bytesOf(file, file.name, progress), encoding, { fatal })) {
    signal.throwIfAborted();
    format ??= formatOf(piece.slice(0, HEAD));
    if (!format) throw new Problem('notOurFile', file.name);
    reader ??= format.read(context);
    for (const result of reader.push(piece)) lister.add(result);
  }
  if (!format || !reader) throw new Problem('notOurFile', file.name);
  for (const result of reader.end()) lister.add(result);
  const listing = lister.listing();
  if (listing.skippedBy.newerVersion) throw new Problem('newerFile', file.name);
  return { fileName: file.name, format: format.id, encoding, readAt: context.now, listing };
}

/** The next ones are always asked for: where the file lies in the database, each would wait for the transaction that is at work. */
async function* bytesOf(file: Blob, name: string, progress: (bytes: number) => void = () => {}) {
  const asked: Promise<Uint8Array>[] = [];
  for (let at = 0; at < file.size || at === 0; at += READ) {
    for (let next = at + asked.length * READ; asked.length < AHEAD && (next < file.size || next === 0); next += READ) {
      asked.push(bytesAt(file, next, name));
      // Whoever stops here does not wait for it; whoever goes on hears of a failure.
      asked.at(-1)?.catch(() => {});
    }
    const bytes = (await asked.shift()) ?? new Uint8Array();
    for (let from = 0; from < bytes.length || from === 0; from += PIECE) yield bytes.subarray(from, from + PIECE);
    progress(Math.min(file.size, at + READ));
    // They may all have come: the page must be heard meanwhile.
    await scheduler.postTask(() => {});
  }
}

async function bytesAt(file: Blob, at: number, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(at, at + READ).arrayBuffer());
  } catch {
    // It is gone, or another one by now: a browser reads only what was chosen.
    throw new Problem('unreadableFile', name);
  }
}
