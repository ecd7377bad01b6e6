import { showAppearance } from './parts/appearance';

/** A small script of its own at the head of the pages, so that the first paint is right already; the app comes later. */
showAppearance();
addEventListener('storage', showAppearance);
// A page that comes back from the history has heard of nothing meanwhile.
addEventListener('pageshow', showAppearance);
