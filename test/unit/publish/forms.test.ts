import path from 'node:path';
import { expect, test } from 'vitest';
import { forms } from '../../../src/publish/index';
import { light } from '../../../src/publish/light';
import { link, quote } from '../../fixtures/links';
import { dayOfLinks, publication, sampleLinks, words, written } from './samples';

const golden = (name: string) => path.resolve(import.meta.dirname, '../../fixtures/publish', name);
const sampleDay = () => publication([dayOfLinks(sampleLinks, '2023-03-13', 'Storks *and* leaks.')]);

test.each(forms)('the sample day as $id is the file that was looked at', async (form) => {
  await expect(await written(form, sampleDay())).toMatchFileSnapshot(golden(`day.${form.extension}`));
});

test('the sample day for the clipboard, too', async () => {
  await expect(await light(sampleDay(), words)).toMatchFileSnapshot(golden('clipboard.html'));
});

const later = link({
  id: 'c',
  title: 'Later',
  days: ['2023-03-13', '2023-03-14'],
  quotes: [quote(), quote({ text: 'Another.', at: 1_678_800_000, day: '2023-03-14' })],
});

test('several days stand under headings, a link on each of its days with the quotes of that day', async () => {
  const days = [dayOfLinks([later]), dayOfLinks([later], '2023-03-14')];
  const [html, markdown, text] = await Promise.all(forms.map((form) => written(form, publication(days))));
  expect(markdown).toBe(
    '# March 13, 2023\n\n## Day 2023-03-13\n\n### [Later](<https://example.org/a>)\n\n> A passage.\n' +
      '\n## Day 2023-03-14\n\n### [Later](<https://example.org/a>)\n\n> Another.\n',
  );
  expect(text).toContain('\nDay 2023-03-14\n==============\n\n\nLater\n-----\nhttps://example.org/a\n\n> Another.\n');
  expect(html).toContain('<h2><time datetime="2023-03-14">Day 2023-03-14</time></h2>\n<article>\n<h3 ');
  expect(html?.match(/first saved 2023-03-13/g)).toHaveLength(1);
});

test('an address that is none of the web is no link', async () => {
  const days = [dayOfLinks([link({ url: 'javascript:alert(1)', title: 'Odd' })])];
  const [html, markdown, text] = await Promise.all(forms.map((form) => written(form, publication(days))));
  expect(html).toContain('<h2 lang="" dir="auto">Odd</h2>');
  expect(markdown).toContain('\n## Odd\n');
  expect(text).toContain('javascript:alert(1)');
});
