import { withLineFeeds } from '../core/quote-text';

/** Text out of a file's bytes: what its letters are, told from the file itself, since nobody else knows. */

/** Enough of a file for what it says of itself to be in it, in bytes. */
const HEAD = 4096;

/**
 * The encoding of a file, as `TextDecoder` names it. A byte order mark says it; else what can be UTF-8 is; else what the file says of
 * itself counts (bookmark files: a `META` element; XML), and at last what Windows wrote in the West.
 * @param pieces all of the file's bytes
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export async function encodingOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head: Uint8Array = new Uint8Array();
  let last = head;
  try {
    for await (const piece of pieces) {
      last = piece;
      if (!head.length) head = piece.subarray(0, HEAD);
      const wide = wideEncodingOf(head);
      if (wide) return wide;
      utf8.decode(piece, { stream: true });
    }
    utf8.decode();
    return 'utf-8';
  } catch {
    return isDamagedUtf8(last) ? 'utf-8' : (saidEncodingOf(head) ?? 'windows-1252');
  }
}

/** True where more of it is UTF-8 than is not. */
function isDamagedUtf8(piece: Uint8Array): boolean {
  const text = new TextDecoder().decode(piece);
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/[^\0-\x7f\uFFFD]/g) > count(/\uFFFD/g);
}

/** UTF-16, by its mark or by the zeros that Latin letters have there. */
function wideEncodingOf(head: Uint8Array): string | undefined {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0) return 'utf-16le';
  return first === 0 && second ? 'utf-16be' : undefined;
}

/** What the file says; undefined where it says nothing that is known, or UTF, which it is not. */
function saidEncodingOf(head: Uint8Array): string | undefined {
  const said = /(?:charset|encoding)\s*=\s*["']?([\w:-]+)/i.exec(new TextDecoder('windows-1252').decode(head))?.[1];
  try {
    const { encoding } = new TextDecoder(said);
    return encoding.startsWith('utf-') ? undefined : encoding;
  } catch {
    // A name that nobody knows.
    return undefined;
  }
}

/**
 * The file's text in pieces, without a byte order mark; whatever ends its lines, a line feed does now.
 * @param fatal makes it throw a TypeError where a letter is none of the encoding, in place of U+FFFD
 */
export async function* textPieces(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
  { fatal = false } = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  let held = '';
  for await (const piece of pieces) {
    const text = held + decoder.decode(piece, { stream: true });
    // It may be the first half of a line's end.
    held = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(held ? text.slice(0, -1) : text);
  }
  yield withLineFeeds(held + decoder.decode());
}
