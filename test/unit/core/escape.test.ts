import { expect, test } from 'vitest';
import { escapeLines } from '../../../src/core/escape';

test('text of which nothing is known shows its characters and its lines', () => {
  expect(escapeLines('# one *star* two*\r\n    - and <b>\n\n[1] last')).toBe(
    '\\# one \\*star\\* two\\*\n\\- and \\<b>\n\n[1] last',
  );
});
