import { useEffect, useState } from 'preact/hooks';

/** Counts the times the page comes back into sight: a day may have ended meanwhile. */
export function useWakeUps(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const wake = () => setCount((old) => old + 1);
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, []);
  return count;
}
