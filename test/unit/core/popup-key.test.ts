import { expect, test } from 'vitest';
import { keyBesideMenus } from '../../../src/core/popup-key';

test.each([
  ['de', 'linux', 'Alt+Shift+Q'],
  ['de-AT', 'win', 'Alt+Shift+Q'],
  ['tr', 'win', 'Alt+Shift+Q'],
  ['de', 'mac', undefined],
  ['en-US', 'linux', undefined],
  ['fr', 'win', undefined],
])('the key in a Firefox in %s on %s: %s', (language, system, key) => {
  expect(keyBesideMenus(language, system)).toBe(key);
});
