import { attributeOf, findAll, localNameOf } from './dom';

/**
 * A formula as its author wrote it (TeX), where the page still says so: what is drawn reads as nonsense in one line of
 * text. Empty for what is no formula.
 */
export function formulaOf(element: Element): string {
  const isMath =
    localNameOf(element) === 'math' || /\b(?:katex|mwe-math-element)\b/.test(attributeOf(element, 'class') ?? '');
  if (!isMath) return '';
  const [annotation] = findAll(element, 'annotation[encoding="application/x-tex"]');
  return (annotation?.textContent || attributeOf(element, 'alttext') || '').replace(/\s+/g, ' ').trim();
}
