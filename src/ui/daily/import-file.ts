import { Problem } from '../../core/errors';
import { Lister } from '../../core/import-listing';
import { writeReadLine } from '../../core/read-lines';
import type { ReadResult } from '../../core/read-result';
import type { Reader, ReadFormat } from '../../formats/format';
import { formatOf } from '../../formats/index';
import { encodingOf, textPieces } from '../../formats/text-pieces';
import type { Import } from '../../storage/import-state';
import { fileContext } from './file-context';
import { LargeFile } from './large-file';

/** By so much of its beginning a file is known (characters). */
const HEAD = 4096;
/** Bytes that are read at once: taken apart in a moment, so that the page never hangs. */
const READ = 1 << 20;
/** Bytes that are taken apart at once: what comes of few is gone again before it would have to be kept. */
const PIECE = 1 << 15;

/** A file that was read, and is ready to be imported. */
export interface ReadFile {
  import: Import;
  /** Its entries, see `read-lines.ts`. */
  lines: Blob;
}

interface Watcher {
  signal: AbortSignal;
  /** @param bytes of the file that were read */
  progress(bytes: number): void;
}

/**
 * Reads a file. It is taken for UTF-8 where its beginning is; only where that turns out to be wrong all of it is looked at first.
 * @throws what `signal` was aborted with; Problem `notOurFile`, `newerFile`; `unreadableFile`, where it is gone or was changed since it
 * was chosen
 */
export async function readFile(file: File, watcher: Watcher): Promise<ReadFile> {
  const encoding = await encodingOf(onlyPiece(wholeLetters(await bytesAt(file, 0))));
  try {
    return await readAs(encoding, { fatal: encoding === 'utf-8' }, file, watcher);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return readAs(await encodingOf(bytesOf(file)), { fatal: false }, file, watcher);
  }
}

/** Without what may be half a letter of UTF-8. */
function wholeLetters(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte < 0x80) + 1);
}

async function* onlyPiece(bytes: Uint8Array) {
  yield bytes;
}

async function readAs(
  encoding: string,
  how: { fatal: boolean },
  file: File,
  { signal, progress }: Watcher,
): Promise<ReadFile> {
  const lister = new Lister();
  const lines = new LargeFile();
  const take = (results: ReadResult[]) => {
    for (const result of results) {
      lister.add(result);
      lines.add(writeReadLine(result));
    }
  };
  let format: ReadFormat | undefined;
  let reader: Reader | undefined;
  for await (const piece of textPieces(bytesOf(file, progress), encoding, how)) {
    signal.throwIfAborted();
    format ??= formatOf(piece.slice(0, HEAD));
    if (!format) throw new Problem('notOurFile', file.name);
    reader ??= format.read(await fileContext());
    take(reader.push(piece));
  }
  if (!format || !reader) throw new Problem('notOurFile', file.name);
  take(reader.end());
  const listing = lister.listing();
  if (listing.skippedBy.newerVersion) throw new Problem('newerFile', file.name);
  return { import: { fileName: file.name, format: format.id, listing }, lines: lines.end('application/jsonl') };
}

async function* bytesOf(file: File, progress: (bytes: number) => void = () => {}) {
  for (let at = 0; at < file.size || at === 0; at += READ) {
    const bytes = await bytesAt(file, at);
    for (let from = 0; from < bytes.length || from === 0; from += PIECE) yield bytes.subarray(from, from + PIECE);
    progress(Math.min(file.size, at + READ));
  }
}

async function bytesAt(file: File, at: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(at, at + READ).arrayBuffer());
  } catch {
    // It is gone, or another one by now: a browser reads only what was chosen.
    throw new Problem('unreadableFile', file.name);
  }
}
