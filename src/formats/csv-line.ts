import Papa from 'papaparse';

/** One record of a CSV file, with its line feed. */
export function csvLine(fields: (string | number)[]): string {
  return `${Papa.unparse([fields])}\n`;
}

/** The same for a table that people look at: what would be a formula in a spreadsheet gets an apostrophe. */
export function tableLine(fields: (string | number)[]): string {
  return `${Papa.unparse([fields], { escapeFormulae: true })}\n`;
}
