import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../../core/link';
import { splitTyped, suggestTags, type TagUse, tagIdentity, uniqueTags } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { knownSpelling } from '../../storage/tag-uses';
import { useNearness } from './use-nearness';

let pressing = false;
if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', () => (pressing = true), true);
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => (pressing = false), true);
}

/**
 * Does it now, or when the press that is under way is over: closing the list moves what stands below it, and the button that was
 * pressed would not be under the pointer any more when it is let go.
 */
function afterPress(work: () => void): void {
  if (pressing) document.addEventListener('pointerup', () => setTimeout(work), { once: true });
  else work();
}

export interface TagFieldProps {
  /** The input's id. */
  id: string;
  tags: string[];
  /** What is typed and not ended. */
  text: string;
  /** Tags used so far; empty until the journal has told them. */
  uses: TagUse[];
  /** Address of the page that the tags are for: tags of the same site come first. Empty for none. */
  page: string;
  now: Instant;
  autofocus?: boolean;
  readOnly?: boolean;
  onChange(tags: string[], text: string): void;
  failed(error: unknown): void;
}

/**
 * Tags as chips with a field behind them. Space and comma end a tag. Suggestions open while typing or with the down arrow; none is
 * chosen until the arrows choose it, and Enter and Tab accept only a chosen one. Escape closes an open list and nothing else.
 * The pattern is the ARIA combobox with a list: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function TagField(props: TagFieldProps) {
  const { id, tags, text, uses, page, now, autofocus, readOnly, onChange, failed } = props;
  const [open, setOpen] = useState(false);
  const [focused, setFocused] = useState(false);
  /** By its name: what is near may change the order of the list meanwhile. */
  const [choice, setChoice] = useState('');
  const listId = `${id}-list`;
  const nearness = useNearness(page, tags, focused && uses.length > 0, failed);
  const offered = open ? suggestTags(text, uses, tags, now, nearness) : [];
  const chosen = offered.findIndex((use) => use.tag === choice);
  const list = useRef<HTMLDivElement>(null);
  // In a small popup the list may open below what is in sight.
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [offered.length > 0]);
  // In the popup it has the focus before this is here to hear of it.
  useEffect(() => setFocused(document.activeElement?.id === id), []);

  function change(nextTags: string[], nextText: string): void {
    setChoice('');
    setOpen(nextText !== '');
    onChange(nextTags, nextText);
  }
  const known = (added: string[]) => knownSpelling(added, new Map(uses.map((use) => [tagIdentity(use.tag), use])));
  const add = (added: string[], rest = '') => change(uniqueTags([...tags, ...known(uniqueTags(added))]), rest);

  function onInput(event: { currentTarget: HTMLInputElement; isComposing?: boolean }): void {
    const { ended, rest } = splitTyped(event.currentTarget.value);
    // An input method's space chooses a word; nothing is taken apart before it is done.
    if (event.isComposing || (!ended.length && rest === event.currentTarget.value))
      change(tags, event.currentTarget.value);
    else add(ended, rest);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Browsers tell of a key that an input method keeps for itself in one of two ways.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (onKey(event.key, event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** True when the key was one for the list or the chips. */
  function onKey(key: string, shift: boolean): boolean {
    const picked = offered[chosen];
    switch (key) {
      case 'ArrowDown':
        setOpen(true);
        setChoice(offered[Math.min(chosen + 1, offered.length - 1)]?.tag ?? '');
        return true;
      case 'ArrowUp':
        setChoice(offered[chosen - 1]?.tag ?? '');
        return offered.length > 0;
      case 'Enter':
        if (!picked && !text.trim()) return false;
        add([picked?.tag ?? text]);
        return true;
      case 'Tab':
        if (picked && !shift) add([picked.tag]);
        return Boolean(picked && !shift);
      case 'Escape':
        if (!offered.length) return false;
        setOpen(false);
        setChoice('');
        return true;
      case 'Backspace':
        if (text || !tags.length) return false;
        change(tags.slice(0, -1), tags.at(-1) ?? '');
        return true;
      default:
        return false;
    }
  }

  const latest = useRef({ tags, text });
  latest.current = { tags, text };

  /** A tag that was typed is one when the field is left. */
  function leave(): void {
    setOpen(false);
    setChoice('');
    const left = latest.current;
    if (left.text.trim()) onChange(uniqueTags([...left.tags, ...known(uniqueTags([left.text]))]), '');
  }

  return (
    <div class="tag-field">
      <label for={id}>{t('tags')}</label>
      <div class="chips">
        {tags.map((tag) => (
          <span class="chip" key={tag}>
            {tag}
            <button
              type="button"
              aria-label={t('removeTag', tag)}
              onClick={() => {
                change(
                  tags.filter((one) => one !== tag),
                  text,
                );
                document.getElementById(id)?.focus();
              }}
            >
              ×
            </button>
          </span>
        ))}
        <input
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="done"
          autofocus={autofocus}
          readOnly={readOnly}
          placeholder={tags.length ? '' : t('tagsPlaceholder')}
          value={text}
          onInput={onInput}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            afterPress(leave);
          }}
        />
      </div>
      <div class="menu" ref={list} id={listId} role="listbox" aria-label={t('suggestions')} hidden={!offered.length}>
        {offered.map((use, place) => (
          <div
            key={use.tag}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === chosen}
            // Before the field loses its focus, which would end the tag that is typed.
            onMouseDown={(event) => {
              event.preventDefault();
              add([use.tag]);
            }}
          >
            <span>{use.tag}</span>
            <small>{use.count}</small>
          </div>
        ))}
      </div>
      <span class="visually-hidden" role="status">
        {offered.length ? plural('suggestionCount', offered.length) : ''}
      </span>
    </div>
  );
}
