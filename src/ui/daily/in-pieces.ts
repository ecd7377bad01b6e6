import { useEffect, useState } from 'preact/hooks';

/** As many cards as fill the first screen, where it is a large one. */
const FIRST = 15;
/** Cards that are drawn in one go after these: few enough for scrolling and typing to go on between two goes. */
const PIECE = 100;

/**
 * The part of a long list that is drawn by now: at once what fills the first screen, the rest piece by piece right after these are
 * painted. What was drawn stays so, however the list changes; one that is another list altogether needs a component of another key.
 */
export function useInPieces<Item>(items: Item[]): Item[] {
  const [count, setCount] = useState(FIRST);
  const more = items.length > count;
  // An effect comes after the paint, a timer lets whatever waits go first.
  useEffect(() => {
    if (!more) return;
    const timer = setTimeout(() => setCount(count + PIECE));
    return () => clearTimeout(timer);
  }, [count, more]);
  return more ? items.slice(0, count) : items;
}
