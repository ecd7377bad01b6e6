/**
 * How the pages look. It is kept in the local storage that all pages of the extension share, and nowhere else: it can be read before the
 * first paint, every open window hears of a change, and it belongs to this browser, not to the journal.
 */

export interface Appearance {
  theme: 'auto' | 'light' | 'dark';
  text: 'small' | 'normal' | 'large' | 'largest';
  density: 'comfortable' | 'compact';
}

/** What there is to choose from. */
export const CHOICES: { [Name in keyof Appearance]: readonly Appearance[Name][] } = {
  theme: ['auto', 'light', 'dark'],
  text: ['small', 'normal', 'large', 'largest'],
  density: ['comfortable', 'compact'],
};

const INITIAL: Appearance = { theme: 'auto', text: 'normal', density: 'comfortable' };

/** What was chosen; the default where nothing sensible was. */
export function appearance(): Appearance {
  return { theme: chosen('theme'), text: chosen('text'), density: chosen('density') };
}

/** Keeps a choice and shows it here; other windows hear of it by themselves. */
export function changeAppearance<Name extends keyof Appearance>(name: Name, value: Appearance[Name]): void {
  if (value === INITIAL[name]) localStorage.removeItem(name);
  else localStorage.setItem(name, value);
  showAppearance();
}

/** Gives the page the looks that were chosen: what the style sheets make of them is in `page.css`. */
export function showAppearance(): void {
  const { theme, text, density } = appearance();
  const { style, dataset } = document.documentElement;
  style.colorScheme = theme === 'auto' ? '' : theme;
  dataset.text = text;
  dataset.density = density;
}

function chosen<Name extends keyof Appearance>(name: Name): Appearance[Name] {
  const stored = localStorage.getItem(name);
  return CHOICES[name].find((one) => one === stored) ?? INITIAL[name];
}
