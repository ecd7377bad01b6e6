import { escapeMarkup } from './escape';

export interface Page {
  language: string;
  /** Of the browser's window, plain text. */
  title: string;
  /** Elements of the head, HTML: the style, ways to a feed. */
  head: string;
  /** What may be loaded beside it, in the words of a content security policy. */
  allowed: string;
}

/** The beginning of a page, up to its content. No script is in it or may come into it. */
export function pageStart({ language, title, head, allowed }: Page): string {
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${allowed}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Daily Shaarli">
<title>${escapeMarkup(title)}</title>
${head}
</head>
<body>
`;
}

export const PAGE_END = '</body>\n</html>\n';
