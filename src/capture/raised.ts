import { localNameOf, textOf } from './dom';

/** Where a text is raised or lowered: `sup` or `sub`, where there are characters that show it; else empty. */
export type Raised = 'sup' | 'sub' | '';

const plain = '0123456789+-=()abcdefghijklmnoprstuvwxyz';
const signs = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐ   ₑ  ₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥ ₓ  ' };

/** Exponents, indices and marks of notes: 10² must not become 102. Mere words (1st, Mme) read as well on the line. */
export function raisedBy(element: Element): Raised {
  const name = localNameOf(element);
  if (name !== 'sup' && name !== 'sub') return '';
  const text = textOf(element).replace(/[\s,\u2212]/g, '-');
  const isSign = text.length === 1 || /[\d+=(-]/.test(text);
  return isSign && [...text].every((character) => raised(character, name) !== character) ? name : '';
}

/** A power that no characters show is written with signs: 2^(n/Q) must not become 2n/Q. */
export function isPower(element: Element): boolean {
  const text = textOf(element).trim();
  return localNameOf(element) === 'sup' && raisedBy(element) === '' && /^[^\s[\]]+[+\-\u2212/*·×][^\s[\]]+$/.test(text);
}

export function raised(text: string, how: Raised): string {
  if (how === '') return text;
  return text.replaceAll('\u2212', '-').replace(/./gu, (character) => {
    const sign = signs[how].charAt(plain.indexOf(character));
    return plain.includes(character) && sign !== ' ' ? sign : character;
  });
}
