/**
 * Character references, as far as bookmark files use them: the names that have been in HTML since version 2, and numbers.
 * @see https://html.spec.whatwg.org/multipage/named-characters.html
 */

/** U+00A0 to U+00FF, in order. These may be written without their semicolon. */
const LATIN1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

const OTHERS =
  'amp& lt< gt> quot" apos\' ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ ' +
  'lsaquo‹ rsaquo› euro€ trade™ larr← uarr↑ rarr→ darr↓ harr↔ minus− oelig\u0153 OElig\u0152 prime′ Prime″';

const CHARACTERS = new Map<string, string>([
  ...LATIN1.map((name, place): [string, string] => [name, String.fromCharCode(0xa0 + place)]),
  ...OTHERS.split(' ').map((one): [string, string] => [one.slice(0, -1), one.slice(-1)]),
]);

/** Where a parser of HTML would see a character reference; for a name with a semicolon, whether it knows the name or not. */
const REFERENCE = new RegExp(
  `&(?=#\\d|#[xX][\\dA-Fa-f]|[A-Za-z][A-Za-z\\d]*;|amp|AMP|lt|LT|gt|GT|quot|QUOT|COPY|REG|${LATIN1.join('|')})`,
  'g',
);

/** Text in which no `&` is taken for the beginning of a character reference; every other `&` stays as it is. */
export function escapeReferences(text: string): string {
  return text.replace(REFERENCE, '&amp;');
}

/** Text with its character references decoded. One without a semicolon or with an unknown name is left as text. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi, (whole, decimal, hex, name) =>
    name ? (CHARACTERS.get(name) ?? whole) : character(decimal ? Number(decimal) : Number.parseInt(hex, 16), whole),
  );
}

function character(code: number, whole: string): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? whole : String.fromCodePoint(code);
}
