import type { Nodes } from 'mdast';
import { isWebAddress } from '../../core/address';

/** What stands in a line, as letters without formatting have always shown it: `*strong*`, `_stressed_`, `words <address>`. */
export function inlineText(it: Nodes): string {
  switch (it.type) {
    case 'text':
    case 'html':
      return it.value.replace(/\r\n?/g, '\n');
    case 'inlineCode':
      return `\`${it.value}\``;
    case 'break':
      return '\n';
    case 'emphasis':
      return `_${inside(it)}_`;
    case 'strong':
      return `*${inside(it)}*`;
    case 'delete':
      return `~${inside(it)}~`;
    case 'link':
      return withAddress(inside(it), it.url);
    case 'image':
      return withAddress(it.alt ?? '', it.url);
    default:
      return inside(it);
  }
}

function inside(it: Nodes): string {
  return 'children' in it ? it.children.map(inlineText).join('') : '';
}

function withAddress(words: string, url: string): string {
  if (!isWebAddress(url)) return words;
  const address = url.replace(/\s/g, encodeURIComponent);
  const same = !words || address === words || address.replace(/^https?:\/\//, '') === words;
  return same ? address : `${words} <${address}>`;
}
