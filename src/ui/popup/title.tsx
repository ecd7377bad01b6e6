import { useState } from 'preact/hooks';
import { shownValues } from '../../core/form';
import { titleChoices } from '../../core/title-choices';
import { t } from '../../platform/messages';
import type { PopupProps } from './popup';

/**
 * The link's title. One typed here wins over the stored one; which one that was stays in sight. Where the page has other titles for
 * itself, the up and down arrows walk through them, or a press on the button.
 */
export function Title({ form, around, onType }: Pick<PopupProps, 'form' | 'around' | 'onType'>) {
  const { title } = shownValues(form);
  const stored = form.known.link?.title;
  const { others, said, step } = useChoices(title, titleChoices(form.known).filter(Boolean));

  function choose(by: number): void {
    if (!around.saving) onType('title', step(by));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing);
    if (!by || !isPlain || !others) return;
    event.preventDefault();
    choose(by);
  }

  return (
    <>
      <div class="title-line">
        <input
          id="title"
          class="title"
          type="text"
          dir="auto"
          aria-label={t('title')}
          placeholder={t('title')}
          readOnly={around.saving}
          value={title}
          onInput={(event) => onType('title', event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {others > 0 && <OtherTitles count={others} onChoose={() => choose(1)} />}
      </div>
      <span class="visually-hidden" role="status">
        {said}
      </span>
      {stored && stored !== title && <p class="hint">{t('titleSoFar', stored)}</p>}
    </>
  );
}

function OtherTitles({ count, onChoose }: { count: number; onChoose(): void }) {
  const name = t('otherTitles', count);
  return (
    <button type="button" class="other-titles" title={name} onClick={onChoose}>
      <span aria-hidden="true">↕ {count}</span>
      <span class="visually-hidden">{name}</span>
    </button>
  );
}

/** Walking round through titles. What was typed is one more of them, as often as it was left for another, so nothing of it is lost. */
function useChoices(title: string, choices: string[]) {
  const [typed, setTyped] = useState<string[]>([]);
  const [said, say] = useState('');
  const all = [...new Set([...choices, ...typed, title])].filter((one) => one.trim());
  const others = choices.length > 1 ? all.filter((one) => one !== title).length : 0;

  /** The title so many places on, which a screen reader hears. */
  function step(by: number): string {
    const place = all.indexOf(title);
    const next = by > 0 ? place + 1 : Math.max(place, 0) - 1;
    const found = all.at(next % all.length) ?? title;
    setTyped([...typed, title]);
    say(t('titleNumber', all.indexOf(found) + 1, all.length, found));
    return found;
  }
  return { others, said, step };
}
