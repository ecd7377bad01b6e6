import { useRef } from 'preact/hooks';
import type { Link } from '../../core/link';
import { plural, t } from '../../platform/messages';
import { useWatched } from '../parts/watched';
import { type Boxes, COUNTS } from './use-selection';

/** Something that can be done to the links that are selected. */
export interface SelectionAction {
  label: string;
  /** Undefined for a menu. */
  act?(ids: string[]): unknown;
  /** The id of the menu that it opens. */
  menu?: string;
}

/** How many links are selected and what can be done to them; in sight wherever the page is scrolled to. */
export function SelectionBar(props: { boxes: Boxes; actions: SelectionAction[]; onCancel(): void }) {
  const { boxes, actions, onCancel } = props;
  const { ticked, all, unseen } = useWatched(boxes.counts, COUNTS) ?? { ticked: 0, all: 0, unseen: 0 };
  return (
    <section class="selection-bar" aria-label={t('selection')}>
      <label>
        <input
          type="checkbox"
          checked={ticked > 0 && ticked === all}
          indeterminate={ticked > 0 && ticked < all}
          onChange={(event) => boxes.tickAll(event.currentTarget.checked)}
        />
        {t('selectAll')}
      </label>
      <span role="status">
        {plural('selected', ticked)}
        {unseen > 0 && ` (${plural('notShownYet', unseen)})`}
      </span>
      {actions.map(({ label, act, menu }) => (
        <button
          key={label}
          type="button"
          aria-disabled={!ticked}
          popovertarget={ticked ? menu : undefined}
          onClick={() => ticked && act?.(boxes.chosen())}
        >
          {label}
        </button>
      ))}
      <button type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
      <small>{t('selectionKeys')}</small>
    </section>
  );
}

/** The box on a link's card. */
export function SelectionBox({ link, boxes }: { link: Link; boxes: Boxes }) {
  const ticked = useWatched(boxes.ticked, link.id) ?? false;
  /** Firefox does not say with the click that Shift was held with the Space bar. */
  const shift = useRef(false);
  return (
    <input
      type="checkbox"
      class="box"
      aria-label={link.title || link.url}
      checked={ticked}
      // With Shift the browser would select the text on the way.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => {
        event.currentTarget.focus();
        boxes.tick(link.id, event.currentTarget.checked, event.shiftKey || shift.current);
        shift.current = false;
      }}
      onKeyDown={(event) => {
        shift.current = event.key === ' ' && event.shiftKey;
        if (event.key === 'Enter') document.querySelector<HTMLElement>('.selection-bar button')?.focus();
        else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) boxes.tickAll(true);
        else return;
        event.preventDefault();
      }}
    />
  );
}
