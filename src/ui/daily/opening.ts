import { journal } from '../../storage/database';

/**
 * The journal is opened while the rest of the page's scripts is still being run, so this comes before all other imports. Whoever asks it
 * for something hears why it cannot be opened.
 */
journal.open().catch(() => {});
