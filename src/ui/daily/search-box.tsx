import { useEffect, useRef, useState } from 'preact/hooks';
import { tagBeingTyped, withTypedTag } from '../../core/search-text';
import { suggestTags, type TagUse } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { focusWhenThere } from '../parts/focus';
import { nowSeconds } from './actions';

/** The longest that a search waits for the page to have nothing else to do, in ms. */
const PATIENCE = 150;

export interface SearchBoxProps {
  /** What the page shows the results of; empty on any other page. */
  text: string;
  uses: TagUse[];
  onSearch(text: string): void;
  /** There is nothing to search for any more. */
  onLeave(): void;
}

/**
 * The search box: searches as one types. Down and Enter lead into what is found, Escape back to where one was. After `#` it suggests
 * tags; it stays a search box then, since what a part of a page is must not change under who reads it by ear.
 */
export function SearchBox({ text, uses, onSearch, onLeave }: SearchBoxProps) {
  const { typed, type, now } = useTyping(text, (next) => (next.trim() ? onSearch(next) : onLeave()));
  const list = useTagList(typed, uses, (tag) => type(withTypedTag(typed, tag)));

  function enter(): void {
    now();
    if (!typed.trim()) return;
    document.getElementById('search')?.blur();
    const answer = `main[data-found="${CSS.escape(typed)}"]`;
    focusWhenThere(`${answer} article :is(a, button, input), ${answer} .nothing`);
  }

  function leave(): void {
    document.getElementById('search')?.blur();
    type('');
    now();
    focusWhenThere('h1');
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Browsers tell of a key that an input method keeps for itself in one of two ways.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!list.onKey(event.key)) {
      if (event.key === 'Enter' || event.key === 'ArrowDown') enter();
      else if (event.key === 'Escape') leave();
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search class="search">
      {/* A form, so that the page's own keys leave what is typed here alone. */}
      <form onSubmit={(event) => event.preventDefault()}>
        <input
          id="search"
          type="search"
          aria-label={t('search')}
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-controls="search-tags"
          aria-activedescendant={list.chosen >= 0 ? `search-tags-${list.chosen}` : undefined}
          placeholder={t('searchPlaceholder')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          value={typed}
          onInput={(event) => {
            list.open();
            type(event.currentTarget.value, event.isComposing);
          }}
          onCompositionEnd={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={list.close}
        />
        <kbd aria-hidden="true">/</kbd>
        <div class="menu" id="search-tags" role="listbox" aria-label={t('suggestions')} hidden={!list.offered.length}>
          {list.offered.map((use, place) => (
            <div
              key={use.tag}
              id={`search-tags-${place}`}
              role="option"
              aria-selected={place === list.chosen}
              // Before the field loses its focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault();
                list.choose(use.tag);
              }}
            >
              <span>{use.tag}</span>
              <small>{use.count}</small>
            </div>
          ))}
        </div>
        <span class="visually-hidden" role="status">
          {list.offered.length ? plural('suggestionCount', list.offered.length) : ''}
        </span>
      </form>
    </search>
  );
}

/**
 * What is being typed, handed on when the page has nothing else to do: at once where one types slowly, and never for a letter that is
 * followed by the next one before. What the address says is taken over, except over something newer.
 */
function useTyping(text: string, ask: (typed: string) => void) {
  const [typed, setTyped] = useState(text);
  const waiting = useRef<{ handle: number; typed: string } | undefined>(undefined);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!waiting.current) setTyped(text);
  }, [text]);

  function now(): void {
    const next = waiting.current;
    if (!next) return;
    cancelIdleCallback(next.handle);
    waiting.current = undefined;
    latest.current(next.typed);
  }

  function type(next: string, composing = false): void {
    setTyped(next);
    if (composing) return;
    if (waiting.current) cancelIdleCallback(waiting.current.handle);
    waiting.current = { handle: requestIdleCallback(now, { timeout: PATIENCE }), typed: next };
  }

  return { typed, type, now };
}

/** The tags offered while `#…` is being typed. None is chosen until the arrows choose it. */
function useTagList(typed: string, uses: TagUse[], choose: (tag: string) => void) {
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState('');
  const wanted = open ? tagBeingTyped(typed) : undefined;
  const offered = wanted === undefined ? [] : suggestTags(wanted, uses, [], nowSeconds());
  const chosen = offered.findIndex(({ tag }) => tag === choice);
  const turn = (on: boolean) => () => {
    setOpen(on);
    setChoice('');
  };
  const close = turn(false);

  /** True when the key was one for the list. */
  function onKey(key: string): boolean {
    if (!offered.length) return false;
    if (key === 'ArrowDown') setChoice(offered[Math.min(chosen + 1, offered.length - 1)]?.tag ?? '');
    else if (key === 'ArrowUp') setChoice(offered[chosen - 1]?.tag ?? '');
    else if (key === 'Escape') close();
    else if (key === 'Enter' && chosen >= 0) choose(offered[chosen]?.tag ?? '');
    else return false;
    return true;
  }

  return { offered, chosen, choose, open: turn(true), close, onKey };
}
