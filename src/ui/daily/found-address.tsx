import { useContext } from 'preact/hooks';
import type { Link } from '../../core/link';
import { tellingAddress } from '../../core/marked';
import { Marked, Marks } from '../parts/marked';

/** The whole address of a link that was found by it: the card says why it is here. */
export function FoundAddress({ link }: { link: Link }) {
  const marking = useContext(Marks);
  const address = marking && tellingAddress(link, marking);
  if (!address) return null;
  return (
    <p class="found-address">
      {/* Its signs may change the direction of what follows. */}
      <bdi>
        <Marked text={address} />
      </bdi>
    </p>
  );
}
