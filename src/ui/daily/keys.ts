import type { MessageKey } from '../../platform/messages';

/** What a key does on the daily page. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'edit'
  | 'select'
  | 'delete'
  | 'undo'
  | 'search'
  | 'today'
  | 'before'
  | 'after'
  | 'goTo'
  | 'add'
  | 'list';

interface Key {
  /** One character, or two pressed one after the other. */
  keys: string;
  /** Does the same where a card itself has the focus. It is no character: it goes on where characters are switched off. */
  onCard?: 'ArrowDown' | 'ArrowUp' | 'Enter';
  command: Command;
  label: MessageKey;
  /** Held down, it goes on. */
  repeats?: true;
}

/** Every key of the page, as the list of keys shows them. */
export const KEYS: readonly Key[] = [
  { keys: 'j', onCard: 'ArrowDown', command: 'next', label: 'keyNext', repeats: true },
  { keys: 'k', onCard: 'ArrowUp', command: 'previous', label: 'keyPrevious', repeats: true },
  { keys: 'o', onCard: 'Enter', command: 'open', label: 'keyOpen' },
  { keys: 'e', command: 'edit', label: 'keyEdit' },
  { keys: 'x', command: 'select', label: 'keySelect' },
  { keys: '#', command: 'delete', label: 'keyDelete' },
  { keys: 'u', command: 'undo', label: 'keyUndo' },
  { keys: '/', command: 'search', label: 'keySearch' },
  { keys: 't', command: 'today', label: 'keyToday' },
  { keys: '[', command: 'before', label: 'keyBefore' },
  { keys: ']', command: 'after', label: 'keyAfter' },
  { keys: 'gd', command: 'goTo', label: 'keyGoTo' },
  { keys: 'n', command: 'add', label: 'addLink' },
  { keys: '?', command: 'list', label: 'keyList' },
];

/** What of a key's event counts here. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode' | 'repeat' | 'timeStamp'
> & {
  /** AltGr is held, or a Mac's Option: with it layouts write `#`, `[` and others. Windows tells of Ctrl and Alt then, too. */
  altGraph: boolean;
};

/** The first key of two, and when it was pressed (ms). */
export interface Begun {
  key: string;
  at: number;
}

/** How long the second of two keys may take, in ms. */
const PATIENCE = 1500;

/**
 * What is to be done at a key.
 * @param begun the first key of two, where it was the one before
 * @param where whether characters count, and whether a card itself has the focus
 */
export function readKey(
  pressed: Pressed,
  begun: Begun | undefined,
  where: { characters: boolean; onCard: boolean },
): { command?: Command; begun?: Begun } {
  if (pressed.isComposing || pressed.keyCode === 229) return {};
  if (where.onCard && !hasModifier(pressed) && !pressed.shiftKey) {
    const found = KEYS.find(({ onCard }) => onCard === pressed.key);
    if (found) return pressed.repeat && !found.repeats ? {} : { command: found.command };
  }
  const character = where.characters ? characterOf(pressed) : '';
  if (!character) return {};
  const before = begun && pressed.timeStamp - begun.at <= PATIENCE ? begun.key : '';
  const both = before && KEYS.find(({ keys }) => keys === before + character);
  const found = both || KEYS.find(({ keys }) => keys === character);
  if (found) return pressed.repeat && !found.repeats ? {} : { command: found.command };
  const begins = KEYS.some(({ keys }) => keys.length > 1 && keys.startsWith(character));
  return begins ? { begun: { key: character, at: pressed.timeStamp } } : {};
}

/** The character that the key writes; empty for none, and for a browser's own shortcut. */
function characterOf(pressed: Pressed): string {
  const { key, code, shiftKey, altGraph } = pressed;
  if (key.length !== 1 || hasModifier(pressed)) return '';
  if (!/\p{L}/u.test(key)) return key;
  if (shiftKey || altGraph) return '';
  // Where letters are not Latin ones, the key at their place counts.
  return /[a-z]/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}

function hasModifier({ ctrlKey, metaKey, altKey, altGraph }: Pressed): boolean {
  return metaKey || (!altGraph && (ctrlKey || altKey));
}
