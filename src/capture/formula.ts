import { attributeOf, childrenOf, findAll, localNameOf, textOf } from './dom';
import { raised } from './raised';

/** A formula: in TeX where the page still says so, else in one line of signs. */
export interface Formula {
  text: string;
  isTex: boolean;
}

const drawn = /(?:^|\s)(?:katex|mwe-math-element|MathJax(?:_Display|_CHTML|_SVG)?|mjx-chtml)(?:\s|$)/;

/** The formula that an element shows: what is drawn of it reads as nonsense in one line of text. Undefined for what is no formula. */
export function formulaOf(element: Element): Formula | undefined {
  const name = localNameOf(element);
  if (!/^(?:math|mjx-container)$/.test(name) && !drawn.test(attributeOf(element, 'class') ?? '')) return undefined;
  const tex = texOf(element).replace(/\s+/g, ' ').trim();
  if (tex !== '') return { text: tex, isTex: true };
  const math = name === 'math' ? element : findAll(element, 'math')[0];
  const text = math ? lineOf(math).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? undefined : { text, isTex: false };
}

/** TeX as KaTeX and MediaWiki keep it in the formula, and MathJax 2 in a script after it. */
function texOf(element: Element): string {
  const [annotation] = findAll(element, 'annotation[encoding="application/x-tex"]');
  if (annotation) return textOf(annotation);
  const next = element.nextElementSibling;
  const isSource = next && localNameOf(next) === 'script' && attributeOf(next, 'type')?.startsWith('math/tex');
  return isSource ? textOf(next) : (attributeOf(element, 'alttext') ?? '');
}

/** MathML in one line. */
function lineOf(node: Element): string {
  const parts = childrenOf(node).map(lineOf);
  const [one = '', two = '', three = ''] = parts;
  switch (localNameOf(node)) {
    case 'mfrac':
      return `${grouped(one)}/${grouped(two)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${raisedOr(two, 'sup', two)}√${grouped(one)}`;
    case 'msub':
    case 'munder':
      return one + raisedOr(two, 'sub', `_${grouped(two)}`);
    case 'msup':
    case 'mover':
      return one + raisedOr(two, 'sup', `^${grouped(two)}`);
    case 'msubsup':
    case 'munderover':
      return one + raisedOr(two, 'sub', `_${grouped(two)}`) + raisedOr(three, 'sup', `^${grouped(three)}`);
    case 'mtable':
      return parts.join('; ');
    case 'mtr':
      return parts.join(', ');
    case 'mspace':
      return ' ';
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      // Signs for times and function application that are not seen.
      return childrenOf(node).length > 0
        ? parts.join('')
        : textOf(node)
            .trim()
            .replace(/[\u2061-\u2064]/g, '');
  }
}

const grouped = (text: string) => (/^(?:[\p{L}\p{N}.]+|.)$/u.test(text) ? text : `(${text})`);

function raisedOr(text: string, how: 'sup' | 'sub', otherwise: string): string {
  const isShown = /^[\d+\-\u2212]+$|^[a-z]$/.test(text) && raised(text, how) !== text;
  return isShown ? raised(text, how) : otherwise;
}
