import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOfDay } from '../../../src/core/digest';
import type { Link } from '../../../src/core/link';
import type { Form, Publication, PublishedDay, Words } from '../../../src/publish/publication';
import { link, quote } from '../../fixtures/links';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const sample = (name: string) => readFileSync(path.join(FIXTURES, 'sample-day', name), 'utf8').replace(/\n$/, '');

export const words: Words = {
  language: 'en',
  tags: 'Tags',
  links: (count) => `${count} link${count === 1 ? '' : 's'}.`,
  day: (day) => `Day ${day}`,
  firstSaved: (day) => `first saved ${day}`,
};

/** One day of somebody's log: a talk with a passage in verse and a remark, and documentation with a nested list and a diagram. */
export const sampleLinks: Link[] = [
  link({
    id: 'a',
    url: 'https://www.youtube.com/watch?v=example&t=1',
    title: 'Véronique Durand « La cigogne aux œufs d’or »',
    site: 'YouTube',
    quotes: [quote({ text: sample('video.md') })],
    note: 'Une passionnante conférence gesticulée, actuellement en tournée !',
    tags: ['société', 'video'],
  }),
  link({
    id: 'b',
    url: 'https://pymemtrace.readthedocs.io/en/latest/memory_leaks/introduction.html',
    title: 'Introduction — pymemtrace 0.1.1 documentation',
    quotes: [quote({ text: sample('docs.md'), at: 1_678_712_700 })],
    tags: ['memory', 'python'],
    savedAt: 1_678_712_700,
  }),
];

export function dayOfLinks(links: Link[], day = '2023-03-13', note = ''): PublishedDay {
  return { day, note, entries: digestOfDay(links, day) };
}

export function publication(days: PublishedDay[], more: Partial<Publication> = {}): Publication {
  const count = days.reduce((sum, { entries }) => sum + entries.length, 0);
  return { title: 'March 13, 2023', oneDay: days.length === 1, count, days, ...more };
}

export async function written(form: Form, what: Publication): Promise<string> {
  let file = '';
  for await (const piece of form.write(what, words)) file += piece;
  return file;
}
