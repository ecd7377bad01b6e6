import type { Root } from 'hast';
import type { Nodes, Text } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type State, type Unsafe, toMarkdown as write } from 'mdast-util-to-markdown';
import { escapeText } from '../core/escape';
import { tidy } from './tidy';
import { toMdast } from './to-mdast';

/**
 * The tree of a passage as Markdown in which a single line break in a paragraph is a line break. Text is shown literally when
 * parsed again, `pre` comes back to the character. No line end at the end.
 */
export function toMarkdown(tree: Root): string {
  const document = toMdast(tree);
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
function quietMarkers(document: Nodes): Set<string> {
  const quiet = new Set(['*', '_', '~', '`']);
  const seen = new Set<string>();
  const meet = (markers: Iterable<string>) => {
    for (const marker of markers) {
      if (seen.has(marker)) quiet.delete(marker);
      seen.add(marker);
    }
  };
  const visit = (node: Nodes) => {
    if (node.type === 'text') meet([...(node as Text).value.matchAll(/\*+|_+|~+|`+/g)].map((run) => run[0].charAt(0)));
    if (node.type === 'emphasis' || node.type === 'strong') meet('**__');
    if (node.type === 'delete') meet('~~');
    if (node.type === 'inlineCode') meet('``');
    if ('children' in node) node.children.forEach(visit);
  };
  visit(document);
  return quiet;
}
