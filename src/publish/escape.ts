/** Characters that no XML can hold, or that steer terminals (C1 controls, U+0085 is a line's end), and show nothing in HTML or on paper. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Any text as one of HTML or XML, in an element or between double quotes: nothing in it can be markup. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"]/g, (sign) => REFERENCES[sign] ?? '');
}

/** Text without what only a machine would act on, such as the sequences that steer a terminal. */
export function printable(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, '');
}
