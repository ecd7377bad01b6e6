/*
 * Firefox for Android as an extension meets it: what it lacks is not there at all, what it has answers.
 * @see https://github.com/mdn/browser-compat-data, `webextensions/api`, firefox_android 142
 */

const LACKS = new Set([
  ...['bookmarks', 'commands', 'contextMenus', 'history', 'menus', 'omnibox', 'sessions', 'sidebarAction', 'windows'],
  ...['tabs.highlight', 'tabs.onHighlighted', 'tabs.move', 'tabs.group', 'tabs.getZoom', 'tabs.setZoom'],
]);

const ANSWERS: Record<string, unknown> = {
  'i18n.getMessage': '',
  'i18n.getUILanguage': 'en',
  'runtime.getURL': 'moz-extension://android/',
  'runtime.getManifest': {},
  'tabs.query': [{ id: 1, url: 'https://example.org/a', title: 'A page', incognito: false }],
  'scripting.executeScript': [],
};
const AT_ONCE = new Set(['i18n.getMessage', 'i18n.getUILanguage', 'runtime.getURL', 'runtime.getManifest']);

type Listener = (...told: unknown[]) => unknown;

/** What was called, and who listens to which event. */
export const calls: string[] = [];
export const listeners = new Map<string, Listener[]>();

export const android = members('', (area) => members(`${area}.`, functionOrEvent));

function members(prefix: string, make: (path: string) => unknown): object {
  const made = new Map<string, unknown>();
  return new Proxy(
    {},
    {
      get(_target, name) {
        const path = `${prefix}${String(name)}`;
        if (typeof name === 'symbol' || LACKS.has(path)) return undefined;
        if (!made.has(path)) made.set(path, make(path));
        return made.get(path);
      },
    },
  );
}

function functionOrEvent(path: string): unknown {
  const call = () => {
    calls.push(path);
    return AT_ONCE.has(path) ? ANSWERS[path] : Promise.resolve(ANSWERS[path]);
  };
  const addListener = (listener: Listener) => listeners.set(path, [...(listeners.get(path) ?? []), listener]);
  return Object.assign(call, { addListener, removeListener() {} });
}
