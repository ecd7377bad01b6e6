import { readFields } from './fields';

/**
 * The one script on the way to the popup's first focus; it is small. The form stands in `popup.html`, in English. Here it is put
 * into the browser's language, a form sent too early is held back, and the app is loaded once the form has been painted.
 */
interface Extension {
  i18n: { getMessage(key: string): string };
  tabs: { query(wanted: object): Promise<{ url?: string; title?: string; incognito: boolean }[]> };
  storage: { session: { set(values: object): Promise<void> } };
}

declare const chrome: Extension;
/** Keys of the English texts that stand in the form, written in by the build. */
declare const STATIC_TEXTS: Record<string, string>;

function translate(): void {
  const language = chrome.i18n.getMessage('language');
  if (language === 'en') return;
  document.documentElement.lang = language;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const english = node.nodeValue?.trim() ?? '';
    const key = STATIC_TEXTS[english];
    if (key) node.nodeValue = node.nodeValue?.replace(english, () => chrome.i18n.getMessage(key)) ?? '';
  }
  for (const element of document.querySelectorAll('[placeholder], [aria-label]')) {
    for (const name of ['placeholder', 'aria-label']) {
      const key = STATIC_TEXTS[element.getAttribute(name) ?? ''];
      if (key) element.setAttribute(name, chrome.i18n.getMessage(key));
    }
  }
}

translate();
const early = (event: Event) => {
  event.preventDefault();
  document.documentElement.dataset.wish = 'save';
};
document.addEventListener('submit', (event) => {
  // Enter in the tags' field ends a tag; the app will find it there.
  if (document.activeElement?.id === 'tags') event.preventDefault();
  else early(event);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !document.documentElement.dataset.app) early(event);
});

// What is typed before the app is there is kept in memory, in case the popup is closed by then: see `platform/early-typing.ts`.
document.addEventListener('input', async () => {
  if (document.documentElement.dataset.app) return;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (document.documentElement.dataset.app) return;
  const typing = { url: tab?.url ?? '', title: tab?.title ?? '', at: Date.now(), fields: readFields() };
  await chrome.storage.session.set({
    [`early ${performance.timeOrigin}`]: { private: tab?.incognito ?? true, typing },
  });
});

// Firefox now and then forgets `autofocus` in a popup, or gives the focus to the document once the panel is shown.
function focusTags(): void {
  if (document.activeElement === document.body) document.getElementById('tags')?.focus();
}

let loading = false;
function loadApp(): void {
  if (!loading) void import('./popup.js' as string);
  loading = true;
}

// Loading the app takes time from showing the panel, so it waits until the panel is shown and has the keys; but not for ever.
const PATIENCE = 300;
const shown = () => {
  focusTags();
  setTimeout(loadApp);
};
addEventListener('focus', shown);
// From the first key or press on the focus is the person's own: Firefox gives it to the document between the last field and the first.
for (const used of ['keydown', 'pointerdown']) {
  addEventListener(used, () => removeEventListener('focus', shown), { once: true, capture: true });
}
requestAnimationFrame(() =>
  setTimeout(() => {
    focusTags();
    setTimeout(loadApp, document.hasFocus() ? 0 : PATIENCE);
  }),
);
// Last of all, since a browser may refuse it.
document.documentElement.style.colorScheme = localStorage.theme ?? '';
