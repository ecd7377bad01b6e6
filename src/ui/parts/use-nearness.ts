import { useEffect, useState } from 'preact/hooks';
import type { Nearness } from '../../core/nearness';
import { tagContext } from '../../storage/tag-context';

const NOTHING: Nearness = new Map();

/**
 * How near the journal's tags are to a link of that page with these tags, again whenever they change. The last answer stays until the
 * next is there.
 * @param wanted nothing is read before it is
 */
export function useNearness(page: string, tags: string[], wanted: boolean, failed: (error: unknown) => void): Nearness {
  const [near, setNear] = useState(NOTHING);
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    tagContext(page, tags).then((found) => over || setNear(found), failed);
    return () => {
      over = true;
    };
  }, [wanted, tags.join(' ')]);
  return near;
}
