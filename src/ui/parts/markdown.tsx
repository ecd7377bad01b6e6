import type { Nodes, Parents, Table } from 'mdast';
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { isWebAddress } from '../../core/address';
import { parseMarkdown } from '../../core/markdown';

/** Markdown as nodes of the page. Nothing in the text can become HTML, and only http(s) addresses become links. */
export function Markdown({ text }: { text: string }) {
  return useMemo(() => <>{children(parseMarkdown(text))}</>, [text]);
}

function children(parent: Parents): ComponentChildren[] {
  return parent.children.map((child, place) => node(child, place));
}

function node(it: Nodes, key: number): JSX.Element | string | null {
  switch (it.type) {
    case 'text':
    case 'html':
      return it.value;
    case 'paragraph':
      // Each paragraph runs in its own direction: a quote may mix scripts.
      return (
        <p key={key} dir="auto">
          {children(it)}
        </p>
      );
    case 'heading':
      // A heading out of a page is no heading of this one: the outline here is days and links.
      return (
        <p key={key}>
          <strong>{children(it)}</strong>
        </p>
      );
    case 'emphasis':
      return <em key={key}>{children(it)}</em>;
    case 'strong':
      return <strong key={key}>{children(it)}</strong>;
    case 'delete':
      return <del key={key}>{children(it)}</del>;
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'inlineCode':
      return <code key={key}>{it.value}</code>;
    case 'code':
      // Wide diagrams scroll; a keyboard reaches what scrolls only where it can stand.
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre key={key} tabIndex={0}>
          {it.value}
        </pre>
      );
    case 'blockquote':
      return <blockquote key={key}>{children(it)}</blockquote>;
    case 'list':
      return it.ordered ? (
        <ol key={key} start={it.start ?? 1}>
          {children(it)}
        </ol>
      ) : (
        <ul key={key}>{children(it)}</ul>
      );
    case 'listItem':
      return (
        <li key={key} dir="auto">
          {it.spread ? children(it) : tight(it)}
        </li>
      );
    case 'link':
      return link(it.url, children(it), key);
    case 'image':
      // Pictures are never fetched: that would tell their server what is read here, and when.
      return link(it.url, it.alt || it.url, key);
    case 'table':
      return <TableView key={key} table={it} />;
    default:
      return 'children' in it ? <span key={key}>{children(it)}</span> : null;
  }
}

/** The paragraphs of a tight list's items are plain lines. */
function tight(item: Parents): ComponentChildren[] {
  return item.children.map((child, place) => (child.type === 'paragraph' ? children(child) : node(child, place)));
}

function link(url: string, content: ComponentChildren, key: number): JSX.Element {
  if (!isWebAddress(url)) return <span key={key}>{content}</span>;
  return (
    <a key={key} href={url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}

function TableView({ table }: { table: Table }) {
  const [head, ...rows] = table.children;
  const cells = (row: (typeof rows)[number], Cell: 'th' | 'td') =>
    row.children.map((cell, place) => (
      <Cell key={place} style={{ textAlign: table.align?.[place] ?? undefined }}>
        {children(cell)}
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
