import type { Marionette } from './marionette';

/** Keys that are no character, as WebDriver writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const CODES: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F1: '\uE031',
  F6: '\uE036',
  Meta: '\uE03D',
};

function code(key: string): string {
  const known = CODES[key] ?? ([...key].length === 1 ? key : undefined);
  if (!known) throw new Error(`No such key: ${key}`);
  return known;
}

/** Text as keys: a line break is the Enter key. */
export function typed(text: string): string {
  return text.replace(/\n/g, CODES.Enter ?? '');
}

/** Presses a chord in Firefox's window, so that its shortcuts, its popups and the page hear it as from a keyboard. */
export async function pressKeys(client: Marionette, keys: readonly string[]): Promise<void> {
  const codes = keys.map(code);
  const down = codes.map((value) => ({ type: 'keyDown', value }));
  const up = codes.toReversed().map((value) => ({ type: 'keyUp', value }));
  const actions = [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
  await client.inContext('chrome', () => client.send('WebDriver:PerformActions', { actions }));
}
