/**
 * Languages of Firefox in whose menu bar D opens a menu (`Datei`, `Dosya`, `Datoteka` …): there Alt+Shift+D never reaches an extension.
 * @see https://github.com/mozilla-l10n/firefox-l10n `browser/browser/menubar.ftl` of each language
 */
const D_IS_A_MENU = new Set('az bs crh de dsb fy hr hsb lv rm sl tr'.split(' '));

/**
 * The key for the popup in a Firefox of that language, where the manifest's own would open a menu; undefined where it does not.
 * @param language as the browser tells its own, e.g. `de-AT`
 * @param system the operating system; a Mac's menus have no such keys
 */
export function keyBesideMenus(language: string, system: string): string | undefined {
  const opensMenu = D_IS_A_MENU.has(language.split('-')[0] ?? '') && system !== 'mac';
  return opensMenu ? 'Alt+Shift+Q' : undefined;
}
