import type { Link } from '../../core/link';
import type { Scope } from '../../core/scope';
import { type Fidelity, fidelityOf } from '../../formats/fidelity';
import type { WriteContext, WrittenFormat } from '../../formats/format';
import { clockNow } from '../../platform/clock';
import { readExtras } from '../../storage/journal-extras';
import { today } from '../../storage/reading';
import { linksOf } from '../../storage/scope';
import { fileContext } from './file-context';
import { LargeFile } from './large-file';

/** What is to leave the journal, and as what. */
export interface Export {
  scope: Scope;
  format: WrittenFormat;
  /** Without private links there is nothing of the reader's own beside the links either: no notes on days, no bin, no settings. */
  privateToo: boolean;
}

/** How many private links an export is about, and what its format loses; it grows while they are counted. */
export interface ExportReport extends Fidelity {
  privateLinks: number;
  /** All were looked at. */
  whole: boolean;
}

/**
 * Writes links to a file that the browser downloads.
 * @param progress is told how many were written
 * @returns the file's name, which says which ones, and today where no dates of their own do
 * @throws what `signal` was aborted with
 */
export async function exportFile(
  asked: Export,
  { signal, progress }: { signal: AbortSignal; progress(links: number): void },
): Promise<string> {
  const { scope, format } = asked;
  const file = new LargeFile();
  let count = 0;
  async function* counted() {
    for await (const link of exported(asked)) {
      yield link;
      count += 1;
      if (count % 1000) continue;
      signal.throwIfAborted();
      progress(count);
    }
  }
  for await (const piece of format.write(counted(), await contextOf(asked))) file.add(piece);
  signal.throwIfAborted();
  const name = `daily-shaarli-${await scopeFileName(scope)}.${format.extension}`;
  download(file.end(format.mime), name);
  return name;
}

/** What would be lost in the file, found out by writing and reading it; each step is what is known by then. */
export async function* reportExport(asked: Export): AsyncGenerator<ExportReport> {
  let privateLinks = 0;
  async function* watched() {
    for await (const link of linksOf(asked.scope)) {
      if (link.private) privateLinks += 1;
      if (asked.privateToo || !link.private) yield link;
    }
  }
  let last: Fidelity = { links: 0, losses: {} };
  for await (last of fidelityOf(asked.format, watched(), await contextOf(asked)))
    yield { ...last, privateLinks, whole: false };
  yield { links: last.links, losses: { ...last.losses, ...(await extraLosses(asked)) }, privateLinks, whole: true };
}

async function* exported({ scope, privateToo }: Export): AsyncGenerator<Link> {
  for await (const link of linksOf(scope)) if (privateToo || !link.private) yield link;
}

/** A period brings its notes, and everything the bin and the settings too. */
async function contextOf({ scope, privateToo }: Export): Promise<WriteContext> {
  const context = await fileContext();
  return privateToo ? { ...context, extras: await readExtras(scope) } : context;
}

/** What is beside the links, and finds no room. */
async function extraLosses({ scope, format, privateToo }: Export) {
  if (format.holdsExtras && privateToo) return {};
  const { dayNotes, binned, settings } = await readExtras(scope);
  const counts = { dayNotes: dayNotes.length, bin: binned, settings: Object.keys(settings).length };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** The part of a file's name that says what is in it. */
export async function scopeFileName(scope: Scope): Promise<string> {
  return scope.kind === 'period' ? scope.period.name : `${scope.kind}-${await today(clockNow())}`;
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
