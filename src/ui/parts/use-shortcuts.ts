import { useEffect, useState } from 'preact/hooks';
import { currentShortcuts } from '../../platform/shortcut';

/** The keys as they are set now (see `currentShortcuts`), asked anew when the page comes back into sight; undefined at first. */
export function useShortcuts(failed: (error: unknown) => void): Record<string, string> | null | undefined {
  const [keys, setKeys] = useState<Record<string, string> | null>();
  useEffect(() => {
    const ask = () => void currentShortcuts().then(setKeys, failed);
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
  return keys;
}
