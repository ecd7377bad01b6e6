import { tableLine } from '../../formats/csv-line';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { reportImport } from '../../storage/import-report';
import type { Imported } from '../../storage/import-state';
import { today } from '../../storage/reading';
import { download } from './export-file';
import { LargeFile } from './large-file';

/** Writes what became of each entry of the last import to a table that the browser downloads. */
export async function saveImportReport({ fileName }: Imported): Promise<void> {
  const file = new LargeFile();
  // Programs that make tables of it know by this mark that it is UTF-8.
  file.add(`\uFEFF${tableLine([t('importEntry'), t('line', '').trim(), t('importFate'), t('title'), t('address')])}`);
  for await (const entries of reportImport()) {
    for (const { entry, line = '', kind, why, title, url } of entries) {
      const fate = why ? `${t('importFate_skipped')}: ${t(`skipped_${why}`)}` : t(`importFate_${kind}`);
      file.add(tableLine([entry, line, fate, title, url]));
    }
  }
  const base = fileName.replace(/\.[^.]*$/, '').slice(0, 80);
  download(file.end('text/csv'), `${base}-${await today(clockNow())}.csv`);
}
