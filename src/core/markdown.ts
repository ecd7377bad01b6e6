import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

/**
 * Markdown as quotes and notes are written in: CommonMark with the tables, strikethrough and bare addresses of GFM. A single line
 * break in a paragraph is a line break (the text nodes keep it). There is no HTML in it: tags are text like any other; and no
 * definitions, which a reader would see vanish.
 * @see https://spec.commonmark.org/ https://github.github.com/gfm/
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [
      { disable: { null: ['definition', 'htmlFlow', 'htmlText'] } },
      gfmTable(),
      gfmStrikethrough(),
      gfmAutolinkLiteral(),
    ],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
  });
}
