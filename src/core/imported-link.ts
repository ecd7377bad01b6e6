import type { Link } from './link';

/**
 * A link out of a file. Storage gives it a key, and an id where it has none, and unites it with the link of the same page. Its tags are
 * as the file spells them: storage makes ours of them, and tells which ones it had to change.
 * A file that does not say whether it is private leaves that open: a known link stays as it is, a new one is private.
 */
export type ImportedLink = Omit<Link, 'id' | 'key' | 'private'> & { id?: string; private?: boolean };
