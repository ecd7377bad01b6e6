import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/messages';
import { focusWhenThere } from '../parts/focus';

/** How far below what is in sight more is shown already. */
const AHEAD = '1200px';

/**
 * The end of a list that goes on: shows more as it comes near, or is pressed. Who stands on it goes on with the first of what came, since
 * the button moves away, or is gone.
 * @param next selects what follows the list as it is now
 */
export function ShowMore({ more, next }: { more(): void; next: string }) {
  const button = useRef<HTMLButtonElement>(null);
  /** What followed when the focus came here. */
  const onward = useRef('');
  useEffect(() => {
    if (!button.current) return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: AHEAD });
    near.observe(button.current);
    return () => near.disconnect();
  });
  useEffect(() => () => void (document.activeElement === button.current && focusWhenThere(onward.current)), []);
  return (
    <p class="show-more">
      <button
        type="button"
        class="quiet"
        ref={button}
        onFocus={() => (onward.current = next)}
        onClick={() => {
          more();
          focusWhenThere(onward.current || next);
        }}
      >
        {t('showMore')}
      </button>
    </p>
  );
}
