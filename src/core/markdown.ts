import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { plainParagraphs } from './plain-paragraphs';

/**
 * Markdown as quotes and notes are written in: CommonMark with the tables, strikethrough and bare addresses of GFM. A single line
 * break in a paragraph is a line break (the text nodes keep it). There is no HTML in it: tags are text like any other; and no
 * definitions, which a reader would see vanish.
 * @see https://spec.commonmark.org/ https://github.github.com/gfm/
 */
export function parseMarkdown(text: string): Root {
  const plain = nestsTooDeep(text) ? [asItStands(text)] : plainParagraphs(text);
  return plain ? { type: 'root', children: plain } : parsed(text);
}

const EXTENSIONS = {
  extensions: [
    { disable: { null: ['definition', 'htmlFlow', 'htmlText'] } },
    gfmTable(),
    gfmStrikethrough(),
    gfmAutolinkLiteral(),
  ],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
};

/** As the parser has it, whatever it is. */
export function parsed(text: string): Root {
  const root = fromMarkdown(text, EXTENSIONS);
  flatten(root, text, 0);
  return root;
}

/** Deeper than anything that people write. */
const DEEPEST = 50;

const MARKS = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])[ \\t])){${DEEPEST + 1}}`);

/** A line that opens more lists and quotes than can be drawn: a thousand of them keep the parser busy for seconds. */
function nestsTooDeep(text: string): boolean {
  return text.split(/\r\n?|\n/).some((line) => MARKS.test(line) && !/^[-* \t]*$/.test(line));
}

function asItStands(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** What is nested deeper is text, as it stands in the source: a hostile passage must not exhaust the stack of what draws it. */
function flatten(parent: Parents, source: string, depth: number): void {
  for (const [place, child] of parent.children.entries()) {
    if (!('children' in child)) continue;
    if (depth < DEEPEST) flatten(child, source, depth + 1);
    else parent.children[place] = { type: 'text', value: sourceOf(child, source) };
  }
}

function sourceOf({ position }: Nodes, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
