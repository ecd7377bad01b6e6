/**
 * What pages get in place of webextension-polyfill (see build.mjs): browsers of today answer with promises themselves, so that pages
 * need neither its size nor the time it takes to wrap everything. The background keeps it, for listeners that answer a message later.
 */
const { browser, chrome } = globalThis as { browser?: { runtime?: object }; chrome?: object };

export default browser?.runtime ? browser : chrome;
