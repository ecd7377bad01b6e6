import type { Nodes, Parents, Table } from 'mdast';
import type { ComponentChildren, JSX } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { isWebAddress } from '../../core/address';
import { parseMarkdown } from '../../core/markdown';
import type { Marking } from '../../core/marked';
import { columnsOf } from '../../core/text-measure';
import { Marks, withMarks } from './marked';

/** Markdown as nodes of the page. Nothing in the text can become HTML, and only http(s) addresses become links. */
export function Markdown({ text }: { text: string }) {
  const root = useMemo(() => parseMarkdown(text), [text]);
  const marking = useContext(Marks);
  return useMemo(() => <>{children(root, marking)}</>, [root, marking]);
}

type Marker = Marking | undefined;

function children(parent: Parents, marking: Marker): ComponentChildren[] {
  return parent.children.map((child, place) => node(child, place, marking));
}

function node(it: Nodes, key: number, marking: Marker): ComponentChildren {
  switch (it.type) {
    case 'text':
    case 'html':
      return withMarks(it.value, marking);
    case 'paragraph':
      return (
        <p key={key} class={it.children.some(breaksLines) ? 'verse' : undefined}>
          {children(it, marking)}
        </p>
      );
    case 'heading':
      // A heading out of a page is no heading of this one: the outline here is days and links.
      return (
        <p key={key}>
          <strong>{children(it, marking)}</strong>
        </p>
      );
    case 'emphasis':
      return <em key={key}>{children(it, marking)}</em>;
    case 'strong':
      return <strong key={key}>{children(it, marking)}</strong>;
    case 'delete':
      return <del key={key}>{children(it, marking)}</del>;
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'inlineCode':
      return <code key={key}>{withMarks(it.value, marking)}</code>;
    case 'code':
      // Wide diagrams scroll; a keyboard reaches what scrolls only where it can stand.
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre key={key} tabIndex={0} style={{ '--columns': columnsOf(it.value) }}>
          {withMarks(it.value, marking)}
        </pre>
      );
    case 'blockquote':
      return <blockquote key={key}>{children(it, marking)}</blockquote>;
    case 'list':
      return it.ordered ? (
        <ol key={key} start={it.start ?? 1}>
          {children(it, marking)}
        </ol>
      ) : (
        <ul key={key}>{children(it, marking)}</ul>
      );
    case 'listItem':
      return <li key={key}>{it.spread ? children(it, marking) : tight(it, marking)}</li>;
    case 'link':
      return link(it.url, children(it, marking), key);
    case 'image':
      // Pictures are never fetched: that would tell their server what is read here, and when.
      return link(it.url, withMarks(it.alt || it.url, marking), key);
    case 'table':
      return <TableView key={key} table={it} marking={marking} />;
    default:
      return 'children' in it ? <span key={key}>{children(it, marking)}</span> : null;
  }
}

/** A paragraph of lines that stand as they stood: verse, an address, a dialogue. */
function breaksLines(it: Nodes): boolean {
  return it.type === 'break' || ('value' in it && it.value.includes('\n'));
}

/** The paragraphs of a tight list's items are plain lines. */
function tight(item: Parents, marking: Marker): ComponentChildren[] {
  return item.children.map((child, place) =>
    child.type === 'paragraph' ? children(child, marking) : node(child, place, marking),
  );
}

function link(url: string, content: ComponentChildren, key: number): JSX.Element {
  if (!isWebAddress(url)) return <span key={key}>{content}</span>;
  return (
    <a key={key} href={url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}

function TableView({ table, marking }: { table: Table; marking: Marker }) {
  const [head, ...rows] = table.children;
  const cells = (row: (typeof rows)[number], Cell: 'th' | 'td') =>
    row.children.map((cell, place) => (
      <Cell key={place} style={{ textAlign: table.align?.[place] ?? undefined }}>
        {children(cell, marking)}
      </Cell>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll too
    <div class="wide" tabIndex={0}>
      <table>
        {head && (
          <thead>
            <tr>{cells(head, 'th')}</tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
