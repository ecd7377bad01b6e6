/** A title, or a name, as it is kept: on one line, every run of white space one space, none at the ends; well-formed Unicode. */
export function oneLine(text: string): string {
  const formed = text.toWellFormed();
  // Nearly every title of a large file is one line already.
  return (/ \s|[^\S ]/.test(formed) ? formed.replace(/\s+/g, ' ') : formed).trim();
}
