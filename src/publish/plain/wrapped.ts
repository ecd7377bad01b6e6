import { columns, graphemes } from './columns';

/** Columns of a line of plain text: what a letter had, with room for the marks of those who quote it. */
export const WIDTH = 72;

/**
 * Lines of at most `width` columns. A line that fits stays as it is, so verses and several spaces do. Longer ones are broken at spaces,
 * and between the characters of scripts that put none; an address, or a word that is longer than a line, is never broken.
 */
export function wrapped(text: string, width = WIDTH): string[] {
  // What runs over in a verse is set in, so that the verses can still be told from each other.
  const indent = text.includes('\n') ? '  ' : '';
  return text.split('\n').flatMap((line) => (columns(line) <= width ? [line] : broken(line, width, indent)));
}

function broken(line: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const { space, word } of words(line)) {
    const room = columns(word);
    if (current.trim() && used + space.length + room > width) {
      lines.push(current);
      current = indent + word;
      used = indent.length + room;
    } else {
      current += space + word;
      used += space.length + room;
    }
  }
  return [...lines, current];
}

/** What is not broken, with the spaces that part it from what stands before. */
function* words(line: string): Generator<{ space: string; word: string }> {
  for (const [, space = '', run = ''] of line.matchAll(/([ \t]*)([^ \t]+)/g)) {
    let before = space;
    for (const word of unbroken(run)) {
      yield { space: before, word };
      before = '';
    }
  }
}

const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
/** What does not begin a line there, and what does not end one (JLREQ, "kinsoku"). */
const NOT_FIRST = /^[、。，．：；！？」』）〕】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・,.!?:;)\]}»%]/;
const NOT_LAST = /^[「『（〔【〈《“‘([{«<]/;

function* unbroken(run: string): Generator<string> {
  if (!/[\u2e80-\uffff]|[\ud800-\udfff]/.test(run)) return yield run;
  let word = '';
  let last = '';
  for (const sign of run.split(/(https?:\/\/[!-~]+)/).flatMap(signs)) {
    const splits = WITHOUT_SPACES.test(sign) || WITHOUT_SPACES.test(last);
    if (word && splits && !NOT_FIRST.test(sign) && !NOT_LAST.test(last)) {
      yield word;
      word = '';
    }
    word += sign;
    last = sign;
  }
  yield word;
}

function signs(part: string): string[] {
  return /^https?:/.test(part) ? [part] : graphemes(part);
}
