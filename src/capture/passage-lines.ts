import type { PassageLines } from '../core/text-fragment';
import { hasWords } from '../core/whole-words';
import { EDGE, LineReader, WALL } from './line-reader';

/** So much is read from either end of a selection (characters). */
const ENOUGH = 250;

/**
 * The lines of what is selected, as browsers search them, and what stands right before and after; undefined where no words are
 * selected. Only what is near the ends of the selection is read.
 */
export function passageLines(selected: Range): PassageLines | undefined {
  const range = withoutBlankEnds(selected);
  if (!range) return undefined;
  const { text, complete } = new LineReader(range, false).read(ENOUGH);
  const end = complete ? text : new LineReader(range, true).read(ENOUGH).text;
  const lines = linesOf(text);
  const ends = linesOf(end);
  // Reading may have stopped in the middle of a line.
  if (!complete && lines.length > 1) lines.pop();
  if (!complete && ends.length > 1) ends.shift();
  if (lines.length + ends.length === 0) return undefined;
  return {
    // What stands before a line without words is not what stands before the next.
    before: lines[0] && text.trimStart().startsWith(lines[0].trimStart()) ? contextBefore(range) : '',
    lines,
    ...(!complete && { ends }),
    after: end.trimEnd().endsWith(ends.at(-1)?.trimEnd() ?? '') ? contextAfter(range) : '',
  };
}

/** The lines that have words in them. */
const linesOf = (text: string) => text.split(/[\n\0]/).filter(hasWords);

/** A triple click selects up to the beginning of the next paragraph, which is no part of the passage. */
function withoutBlankEnds(range: Range): Range | undefined {
  const start = new LineReader(range, false).edge();
  const end = new LineReader(range, true).edge();
  if (!start || !end) return undefined;
  const tight = document.createRange();
  tight.setStart(start.node, start.offset);
  tight.setEnd(end.node, end.offset);
  return tight;
}

/** The nearest line with something in it before a range, and the edge that lies between. */
function contextBefore(range: Range): string {
  const rest = document.createRange();
  rest.selectNodeContents(document);
  rest.setEnd(range.startContainer, range.startOffset);
  const near = new LineReader(rest, true).read(ENOUGH).text.split(WALL).at(-1) ?? '';
  const line = near.trimEnd();
  return line && line.slice(line.lastIndexOf(EDGE) + 1) + near.slice(line.length);
}

function contextAfter(range: Range): string {
  const rest = document.createRange();
  rest.selectNodeContents(document);
  rest.setStart(range.endContainer, range.endOffset);
  const near = new LineReader(rest, false).read(ENOUGH).text.split(WALL)[0] ?? '';
  const line = near.trimStart();
  return line && near.slice(0, near.length - line.length) + (line.split(EDGE)[0] ?? '');
}
