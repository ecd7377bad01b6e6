import Papa from 'papaparse';

/** One record of a CSV file: its fields by the names of the columns, in lower case. */
export interface CsvRecord {
  /** The line in which it begins, counted from 1. */
  line: number;
  fields: ReadonlyMap<string, string>;
}

/** A record that goes on for longer (in characters) has lost the quote that would end it. */
const LONGEST = 1 << 24;

/** Names of the columns of a CSV file, in lower case; undefined where its first line is none. */
export function columnsOf(head: string): string[] | undefined {
  const [line = ''] = head.split('\n', 1);
  if (line.length > 1000) return undefined;
  const names = rowsOf(line, separatorOf(line)).rows[0]?.map((name) => name.trim().toLowerCase());
  return names && names.length > 1 ? names : undefined;
}

/**
 * The records of a CSV file, one after another, without the file as a whole being in memory.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export class CsvRecords {
  #rest = '';
  #line = 1;
  #separator = '';
  #names: string[] = [];

  push(piece: string): CsvRecord[] {
    this.#rest += piece;
    return this.#take(this.#rest.length < LONGEST);
  }

  end(): CsvRecord[] {
    return this.#take(false);
  }

  #take(mayGoOn: boolean): CsvRecord[] {
    if (mayGoOn && !this.#rest.includes('\n')) return [];
    this.#separator ||= separatorOf(this.#rest);
    const { rows, end } = rowsOf(this.#rest, this.#separator, mayGoOn);
    this.#rest = this.#rest.slice(end);
    return rows.flatMap((row) => this.#recordOf(row));
  }

  #recordOf(row: string[]): CsvRecord[] {
    const line = this.#line;
    this.#line += 1 + row.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
    if (row.every((field) => !field.trim())) return [];
    if (!this.#names.length) {
      this.#names = row.map((name) => name.trim().toLowerCase());
      return [];
    }
    return [{ line, fields: new Map(row.map((field, place) => [this.#names[place] ?? '', field])) }];
  }
}

/** What stands between the fields: where a comma means a fraction, spreadsheets write semicolons. */
function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return [',', ';', '\t'].find((separator) => line.includes(separator)) ?? ',';
}

/** @param mayGoOn leaves the last row, which more text may make longer */
function rowsOf(text: string, separator: string, mayGoOn = false): { rows: string[][]; end: number } {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n', quoteChar: '"' });
  const { data, meta } = parser.parse(text, 0, mayGoOn) as Papa.ParseResult<string[]>;
  return { rows: data, end: meta.cursor };
}
