import { expect, test } from 'vitest';
import { withoutSite } from '../../../src/core/title';

test.each([
  ['A talk - YouTube', 'YouTube', 'A talk'],
  ['A page | The Site', 'The Site', 'A page'],
  ['A – B – Site', 'Site', 'A – B'],
  ['Introduction — pymemtrace documentation', '', 'Introduction — pymemtrace documentation'],
  ['YouTube', 'YouTube', 'YouTube'],
  ['Why I left YouTube', 'YouTube', 'Why I left YouTube'],
  ['  Two\n lines  ', '', 'Two lines'],
])('%j of the site %j', (title, site, clean) => {
  expect(withoutSite(title, site)).toBe(clean);
});
