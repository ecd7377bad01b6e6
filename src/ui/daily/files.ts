import { Problem } from '../../core/errors';
import type { Scope } from '../../core/scope';
import type { Format, FormatContext, Reader, ReadResult, WrittenFormat } from '../../formats/format';
import { formatOf, writtenFormats } from '../../formats/index';
import { encodingOf, textPieces } from '../../formats/text-pieces';
import { clockNow, offsetAt } from '../../platform/clock';
import { journal } from '../../storage/database';
import { type ImportCounts, importLinks } from '../../storage/import';
import { today } from '../../storage/reading';
import { linksOf } from '../../storage/scope';
import { setting } from '../../storage/settings';

/** By so much of its beginning a file is known (characters). */
const HEAD = 4096;
/** Bytes that are read at once. */
const PIECE = 1 << 20;

export type Skipped = Extract<ReadResult, { kind: 'skipped' }>;

/** What became of a file's entries. */
export interface ImportReport extends ImportCounts {
  file: string;
  skipped: Skipped[];
}

/**
 * Writes links to a file that the browser downloads.
 * @returns the file's name, which says which ones, and today where no dates of their own do
 */
export async function exportFile(id: Format['id'], scope: Scope): Promise<string> {
  const format = writtenFormats.find((one) => one.id === id) as WrittenFormat;
  const parts: BlobPart[] = [];
  for await (const piece of format.write(linksOf(scope), await context())) parts.push(piece);
  const name = `daily-shaarli-${await scopeFileName(scope)}.${format.extension}`;
  download(new Blob(parts, { type: format.mime }), name);
  return name;
}

/** The part of a file's name that says what is in it. */
export async function scopeFileName(scope: Scope): Promise<string> {
  return scope.kind === 'period' ? scope.period.name : `${scope.kind}-${await today(clockNow())}`;
}

/**
 * Reads a file into the journal. Entries that cannot be read are reported; they never stop the rest.
 * @throws Problem `notOurFile`, `newerFile`; nothing was changed then
 */
export async function importFile(file: File): Promise<ImportReport> {
  const results = await readResults(file);
  const skipped = results.filter((one) => one.kind === 'skipped');
  if (skipped.some((one) => one.why === 'newerVersion')) throw new Problem('newerFile', file.name);
  const links = results.flatMap((one) => (one.kind === 'link' ? [one.link] : []));
  return { file: file.name, skipped, ...(await importLinks(links)) };
}

/** Every entry of the file. */
async function readResults(file: File): Promise<ReadResult[]> {
  const given = await context();
  const results: ReadResult[] = [];
  let reader: Reader | undefined;
  for await (const piece of textPieces(bytesOf(file), await encodingOf(bytesOf(file)))) {
    reader ??= formatOf(piece.slice(0, HEAD))?.read(given);
    if (!reader) throw new Problem('notOurFile', file.name);
    results.push(...reader.push(piece));
  }
  return [...results, ...(reader?.end() ?? [])];
}

async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size || at === 0; at += PIECE)
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}

async function context(): Promise<FormatContext> {
  return { now: Math.floor(clockNow().ms / 1000), offsetAt, dayStart: await setting(journal, 'dayStart') };
}

/** Has the browser save it. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun; a minute is ample for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
