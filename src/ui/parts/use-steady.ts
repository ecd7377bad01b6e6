import { useRef, useState } from 'preact/hooks';

/**
 * Functions that stay the same ones for as long as the component is there, and do what the newest of their name would: what is given
 * them need not be drawn again because they were made anew.
 */
export function useSteady<Functions extends object>(newest: Functions): Functions {
  const latest = useRef(newest);
  latest.current = newest;
  const [steady] = useState(() => {
    const names = Object.keys(newest) as (keyof Functions)[];
    const call =
      (name: keyof Functions) =>
      (...asked: unknown[]) =>
        (latest.current[name] as (...asked: unknown[]) => unknown)(...asked);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as Functions;
  });
  return steady;
}
