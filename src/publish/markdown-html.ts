import type { Nodes, Parents, Table, TableRow } from 'mdast';
import { isWebAddress } from '../core/address';
import { parseMarkdown } from '../core/markdown';
import { escapeMarkup } from './escape';

/**
 * Markdown as HTML, the counterpart of what the pages draw. Nothing in the text can become an element or an attribute, only http(s)
 * addresses become links, and pictures are links to them. It needs no style sheet: each line break is a `<br>`.
 */
export function markdownHtml(text: string): string {
  return children(parseMarkdown(text));
}

function children(parent: Parents): string {
  return parent.children.map(node).join('');
}

function node(it: Nodes): string {
  switch (it.type) {
    case 'text':
    case 'html':
      return escapeMarkup(it.value).replace(/\r\n?|\n/g, '<br>');
    case 'paragraph':
      return `<p>${children(it)}</p>`;
    case 'heading':
      // A heading out of a page is no heading of this one: the outline here is days and links.
      return `<p><strong>${children(it)}</strong></p>`;
    case 'emphasis':
      return `<em>${children(it)}</em>`;
    case 'strong':
      return `<strong>${children(it)}</strong>`;
    case 'delete':
      return `<del>${children(it)}</del>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'inlineCode':
      return `<code>${escapeMarkup(it.value)}</code>`;
    case 'code':
      // A keyboard reaches what scrolls only where it can stand. A parser drops the first line feed, so there is always one to drop.
      return `<pre tabindex="0">\n${escapeMarkup(it.value)}</pre>`;
    case 'blockquote':
      return `<blockquote>${children(it)}</blockquote>`;
    case 'list':
      return it.ordered ? `<ol start="${it.start ?? 1}">${children(it)}</ol>` : `<ul>${children(it)}</ul>`;
    case 'listItem':
      return `<li>${it.spread ? children(it) : tight(it)}</li>`;
    case 'link':
      return htmlLink(it.url, it.children.map(inLink).join(''));
    case 'image':
      // Pictures are never fetched: that would tell their server what is read here, and when.
      return htmlLink(it.url, escapeMarkup(it.alt || it.url));
    case 'table':
      return tableHtml(it);
    default:
      return 'children' in it ? children(it) : '';
  }
}

/** The paragraphs of a tight list's items are plain lines. */
function tight(item: Parents): string {
  return item.children.map((child) => (child.type === 'paragraph' ? children(child) : node(child))).join('');
}

/** No link stands in another one, so a picture there is its words. */
function inLink(it: Nodes): string {
  return it.type === 'image' ? escapeMarkup(it.alt ?? '') : node(it);
}

/** @param content HTML; stands alone where the address is none of the web */
export function htmlLink(url: string, content: string): string {
  return isWebAddress(url) ? `<a href="${escapeMarkup(url)}">${content}</a>` : content;
}

function tableHtml({ align, children: [head, ...rows] }: Table): string {
  const cells = (row: TableRow, name: 'th' | 'td') =>
    row.children
      .map((cell, place) => {
        const to = align?.[place];
        return `<${name}${to ? ` align="${to}"` : ''}>${children(cell)}</${name}>`;
      })
      .join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return (
    '<div class="wide" tabindex="0"><table>' +
    `${head ? `<thead><tr>${cells(head, 'th')}</tr></thead>` : ''}<tbody>${body}</tbody></table></div>`
  );
}
