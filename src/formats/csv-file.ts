import type { ReadResult } from '../core/read-result';
import { type CsvRecord, CsvRecords } from './csv-records';
import type { Reader } from './format';

/** A reader of a CSV file with a link in each record. */
export function csvReader(readRecord: (record: CsvRecord) => ReadResult): Reader {
  const records = new CsvRecords();
  return {
    push: (piece) => records.push(piece).map(readRecord),
    end: () => records.end().map(readRecord),
  };
}
