import type { Element, Nodes, Root } from 'hast';
import {
  type Handle as ElementHandle,
  defaultHandlers as elementHandlers,
  type NodeHandle,
  toMdast,
} from 'hast-util-to-mdast';
import type { Nodes as MarkdownNodes, Text } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type State, type Unsafe, toMarkdown as write } from 'mdast-util-to-markdown';
import { escapeText } from '../core/escape';
import { linesOf, oneLine } from './lines';
import { tidy } from './tidy';
import type { Kept } from './tree-node';

/**
 * A hast tree as Markdown in which a single line break in a paragraph is a line break. Text is shown literally when
 * parsed again, `pre` comes back to the character. No line end at the end.
 */
export function toMarkdown(tree: Root): string {
  const document = toMdast(tree, { document: true, handlers: { pre, code, a, tr }, nodeHandlers: { kept: keptText } });
  tidy(document);
  const quiet = quietMarkers(document);
  return write(document, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    handlers: { root, break: lineBreak, text: (node, parent, state, info) => text(node, parent, state, info, quiet) },
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
  }).replace(/\n$/, '');
}

const keptText: NodeHandle = (_state, node: Kept) => ({ type: 'text', value: node.value });

/** Every character of a `pre`; the language from a class `language-…` of it or of the `code` in it. */
const pre: ElementHandle = (_state, node: Element) => {
  const inner = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
  const lang = languageOf(node) ?? (inner?.type === 'element' ? languageOf(inner) : undefined);
  return { type: 'code', lang: lang ?? null, meta: null, value: textOf(node) };
};

function languageOf({ properties }: Element): string | undefined {
  const names = Array.isArray(properties.className) ? properties.className.map(String) : [];
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}

const code: ElementHandle = (_state, node: Element) => ({ type: 'inlineCode', value: textOf(node) });

/** A link without anything in it is not seen. */
const a: ElementHandle = (state, node: Element) => {
  const link = elementHandlers.a(state, node);
  return link.children.length > 0 ? link : undefined;
};

/** A row in which cells have several lines becomes several rows: no line ends in a Markdown cell. Heads of columns are one row. */
const tr: ElementHandle = (state, node: Element) => {
  const cells = node.children.filter((child): child is Element => child.type === 'element');
  const isHead = cells.every((cell) => cell.tagName === 'th');
  const lines = cells.map((cell) => (isHead ? [oneLine(cell.children)] : linesOf(cell.children)));
  const height = lines.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) => {
    const children = cells.map((cell, column) => ({ ...cell, children: lines[column]?.[line] ?? [] }));
    return elementHandlers.tr(state, { ...node, children });
  });
};

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Only a whole character reference needs a backslash, in addresses too. */
const ampersand: Unsafe = {
  character: '&',
  after: '(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z\\d]{1,31});',
  inConstruct: ['destinationLiteral', 'destinationRaw', 'label'],
};

const root: Handle = (node, parent, state, info) => {
  state.unsafe = state.unsafe.filter(({ character }) => character !== '&').concat(ampersand);
  return defaultHandlers.root(node, parent, state, info);
};

const isOneLine = ({ stack }: State) => stack.includes('headingAtx') || stack.includes('tableCell');

const lineBreak: Handle = (_node, _parent, state) => (isOneLine(state) ? ' ' : '\n');

function text(...[node, parent, state, info, quiet]: [...Parameters<Handle>, ReadonlySet<string>]): string {
  // No escapes work there.
  if (state.stack.includes('autolink')) return defaultHandlers.text(node, parent, state, info);
  return escapeText(node.value, {
    before: info.before.slice(-1),
    after: info.after.charAt(0),
    label: state.stack.includes('label'),
    cell: state.stack.includes('tableCell'),
    heading: state.stack.includes('headingAtx'),
    quiet,
  });
}

/** Markers of which the whole document has but one run, so that nothing can begin and end with them. */
function quietMarkers(document: MarkdownNodes): Set<string> {
  const quiet = new Set(['*', '_', '~', '`']);
  const seen = new Set<string>();
  const meet = (markers: Iterable<string>) => {
    for (const marker of markers) {
      if (seen.has(marker)) quiet.delete(marker);
      seen.add(marker);
    }
  };
  const visit = (node: MarkdownNodes) => {
    if (node.type === 'text') meet([...(node as Text).value.matchAll(/\*+|_+|~+|`+/g)].map((run) => run[0].charAt(0)));
    if (node.type === 'emphasis' || node.type === 'strong') meet('**__');
    if (node.type === 'delete') meet('~~');
    if (node.type === 'inlineCode') meet('``');
    if ('children' in node) node.children.forEach(visit);
  };
  visit(document);
  return quiet;
}
