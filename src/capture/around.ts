import { attributeOf, localNameOf, parentOf } from './dom';
import { isPower } from './raised';
import { styleOf } from './style';

/** What is seen, or must be said, before and after the text of an inline element and is not in it. */
export function around(element: Element): [string, string] {
  const name = localNameOf(element);
  if (name === 'rt') return ['(', ')'];
  if (name === 'q') return quotationMarks(element);
  return name === 'sup' && isPower(element) ? ['^(', ')'] : ['', ''];
}

/** By language, where pages leave it to the browser: two for quotations, two for those inside them. */
const usual: Record<string, string> = {
  fr: '«»«»',
  de: '„“‚‘',
  es: '«»“”',
  it: '«»“”',
  pl: '„”«»',
  ru: '«»„“',
  ja: '「」『』',
};

function quotationMarks(quotation: Element): [string, string] {
  // Pages that write their own marks take the browser's away.
  if (!/quote/.test(getComputedStyle(quotation, '::before').content)) return ['', ''];
  let depth = 0;
  let language = '';
  for (let outer: Node | null = quotation; outer instanceof Element; outer = parentOf(outer)) {
    if (localNameOf(outer) === 'q') depth++;
    language ||= attributeOf(outer, 'lang') ?? '';
  }
  const { quotes } = styleOf(quotation);
  const marks = [...quotes.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, mark = '']) => mark.replace(/\\(.)/g, '$1'));
  const chosen = marks.length > 1 ? marks : [...(usual[language.slice(0, 2).toLowerCase()] ?? '“”‘’')];
  const at = Math.min(depth - 1, chosen.length / 2 - 1) * 2;
  return [chosen[at] ?? '', chosen[at + 1] ?? ''];
}
