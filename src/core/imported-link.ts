import type { Link } from './link';

/** A link out of a file. Storage gives it a key, and an id where it has none, and unites it with the link of the same page. */
export type ImportedLink = Omit<Link, 'id' | 'key'> & { id?: string };
