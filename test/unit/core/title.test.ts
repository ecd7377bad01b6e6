import { describe, expect, test } from 'vitest';
import { isNameOfHost, siteInTitle } from '../../../src/core/site';
import { cleanTitle } from '../../../src/core/title';

describe('the title without the site that the page names', () => {
  test.each([
    ['A talk - YouTube', 'YouTube', 'A talk'],
    ['A page | The Site', 'The Site', 'A page'],
    ['A page|The Site', 'The Site', 'A page'],
    ['A – B – Site', 'Site', 'A – B'],
    ['Article | News | Site', 'Site', 'Article | News'],
    ['Article | Site | Site', 'Site', 'Article'],
    ['Article — Site', 'SITE', 'Article'],
    ['Article · Site', 'Site', 'Article'],
    ['Article • Site', 'Site', 'Article'],
    ['Article : Site', 'Site', 'Article'],
    ['Article :: Site', 'Site', 'Article'],
    ['Article » Site', 'Site', 'Article'],
    ['Site « Article', 'Site', 'Article'],
    ['Article ‹ Site', 'Site', 'Article'],
    ['Article / Site', 'Site', 'Article'],
    ['記事\uff5cサイト', 'サイト', '記事'],
    ['記事\uff1aサイト', 'サイト', '記事'],
    ['記事_百科', '百科', '記事'],
    ['記事 \uff0d 百科', '百科', '記事'],
    ['記事-百科', '百科', '記事'],
    ['Article - c’t - Magazin', 'c’t – Magazin', 'Article'],
    ['L’été - Télérama', 'Telerama', 'L’été'],
    ['Pointers - C++', 'C++', 'Pointers'],
    ['Pointers - C', 'C++', 'Pointers - C'],
    ['Introduction — pymemtrace documentation', '', 'Introduction — pymemtrace documentation'],
    ['Site', 'Site', 'Site'],
    ['Site | Site', 'Site', 'Site'],
    ['Why I left Site', 'Site', 'Why I left Site'],
    ['Well-Site', 'Site', 'Well-Site'],
    ['And/or Site', 'Site', 'And/or Site'],
    ['Site: what it does', 'Site', 'Site: what it does'],
    ['Elections — France', 'France Inter', 'Elections — France'],
    ['  Two\n lines  ', '', 'Two lines'],
    ['\u200eChat - Site', 'Site', 'Chat'],
    ['', 'Site', ''],
  ])('%j of %j', (title, site, clean) => {
    expect(cleanTitle(title, site, 'https://example.org/a')).toBe(clean);
  });
});

describe('the title without the name of its host, which is the site where the page names none', () => {
  test.each([
    ['A talk - YouTube', 'www.youtube.com', 'A talk', 'YouTube'],
    ['YouTube - A talk', 'www.youtube.com', 'A talk', 'YouTube'],
    ['YouTube', 'www.youtube.com', 'YouTube', ''],
    ['GitHub - preactjs/preact: ⚛️ Fast 3kB', 'github.com', 'preactjs/preact: ⚛️ Fast 3kB', 'GitHub'],
    ['A bug · Issue #12 · owner/repo · GitHub', 'github.com', 'A bug · Issue #12 · owner/repo', 'GitHub'],
    ['GitHub · Build software · GitHub', 'github.com', 'Build software', 'GitHub'],
    ['Ice melts | Climate crisis | The Guardian', 'www.theguardian.com', 'Ice melts | Climate crisis', 'The Guardian'],
    ['Rates | The Economist', 'www.economist.com', 'Rates', 'The Economist'],
    ['Wahl - DER SPIEGEL', 'www.spiegel.de', 'Wahl', 'DER SPIEGEL'],
    ['Budget | Le Monde.fr', 'www.lemonde.fr', 'Budget', 'Le Monde.fr'],
    ['Cigogne — Wikipédia', 'fr.wikipedia.org', 'Cigogne', 'Wikipédia'],
    ['GitHub - Wikipedia', 'en.wikipedia.org', 'GitHub', 'Wikipedia'],
    ['python - How to sort? - Stack Overflow', 'stackoverflow.com', 'python - How to sort?', 'Stack Overflow'],
    ['Alice on X: "Hello" / X', 'x.com', 'Alice on X: "Hello"', 'X'],
    ['Notes - Google Docs', 'docs.google.com', 'Notes', 'Google Docs'],
    ['Song - YouTube Music', 'music.youtube.com', 'Song', 'YouTube Music'],
    ['Storm - BBC', 'www.bbc.co.uk', 'Storm', 'BBC'],
    ['Storm | heise.de', 'www.heise.de', 'Storm', 'heise.de'],
    ['Amazon.com: A lamp : Home', 'www.amazon.com', 'A lamp : Home', 'Amazon.com'],
    ['A language | Rust-Lang', 'blog.rust-lang.org', 'A language', 'Rust-Lang'],
    ['(3) A talk - YouTube', 'www.youtube.com', 'A talk', 'YouTube'],
    ['Show HN: A thing | Hacker News', 'news.ycombinator.com', 'Show HN: A thing | Hacker News', ''],
    ['Introduction — Python 3 documentation', 'docs.python.org', 'Introduction — Python 3 documentation', ''],
    ['Python: a guide', 'python.org', 'Python: a guide', ''],
    ['Guide - Docs', 'docs.example.com', 'Guide - Docs', ''],
    ['A page - 127', '127.0.0.1', 'A page - 127', ''],
    ['Boats – com', 'example.com', 'Boats – com', ''],
  ])('%j at %s', (title, host, clean, site) => {
    const url = `https://${host}/some/page`;
    expect(cleanTitle(title, '', url)).toBe(clean);
    expect(siteInTitle(title, url)).toBe(site);
  });
});

test.each([
  ['(3) Inbox', [], 'Inbox'],
  ['(99+) Inbox', [], 'Inbox'],
  ['(500) Days of Summer', ['(500) Days of Summer'], '(500) Days of Summer'],
  ['(2024) 12 months', ['A report'], '12 months'],
  ['(b) Second', [], '(b) Second'],
  ['(3)', [], '(3)'],
  ['3 things (4)', [], '3 things (4)'],
])('a count of news in front of %j, beside %j', (title, others, clean) => {
  expect(cleanTitle(title, '', 'https://example.org/', others)).toBe(clean);
});

test('a title that is made to keep us busy stays as it is, and a long text is no name', () => {
  const long = `${'A - '.repeat(50_000)}Site`;
  expect(cleanTitle(long, 'Site', 'https://example.org/')).toBe(long);
  const marks = `A${'\u200e'.repeat(50_000)}B`;
  expect(cleanTitle(marks, '', 'https://example.org/')).toBe(marks);
  expect(isNameOfHost('x'.repeat(100_000), 'https://x.com/')).toBe(false);
}, 2_000);
