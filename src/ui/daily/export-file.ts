import type { Scope } from '../../core/scope';
import type { Format, WrittenFormat } from '../../formats/format';
import { writtenFormats } from '../../formats/index';
import { clockNow } from '../../platform/clock';
import { readExtras } from '../../storage/journal-extras';
import { today } from '../../storage/reading';
import { linksOf } from '../../storage/scope';
import { fileContext } from './file-context';
import { LargeFile } from './large-file';

/**
 * Writes links to a file that the browser downloads.
 * @returns the file's name, which says which ones, and today where no dates of their own do
 */
export async function exportFile(id: Format['id'], scope: Scope): Promise<string> {
  const format = writtenFormats.find((one) => one.id === id) as WrittenFormat;
  const file = new LargeFile();
  const extras = scope.kind === 'all' ? { extras: await readExtras() } : {};
  for await (const piece of format.write(linksOf(scope), { ...(await fileContext()), ...extras })) file.add(piece);
  const name = `daily-shaarli-${await scopeFileName(scope)}.${format.extension}`;
  download(file.end(format.mime), name);
  return name;
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
