/*
 * Builds dist/chrome and dist/firefox from one source.
 *
 *   node build.mjs            both, minified
 *   node build.mjs --watch    both, readable, again at every change
 *   node build.mjs --package  also packages/: a zip for each browser's store, and one of the source
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { context } from 'esbuild';

const BROWSERS = ['chrome', 'firefox'];
const watch = process.argv.includes('--watch');
const packaging = process.argv.includes('--package');
const out = (browser, file = '') => path.join('dist', browser, file);

/** Pages are ES modules, the rest classic scripts; each file is whole and has a stable name, since reviewers read them. */
const MODULES = {
  popup: 'src/ui/popup/main.tsx',
  daily: 'src/ui/daily/main.tsx',
  settings: 'src/ui/settings/main.tsx',
  tabs: 'src/ui/tabs/main.tsx',
};
const SCRIPTS = {
  background: 'src/background/index.ts',
  'popup-boot': 'src/ui/popup/boot.ts',
  appearance: 'src/ui/appearance.ts',
};
const STYLES = {
  popup: 'src/ui/popup/popup.css',
  daily: 'src/ui/daily/daily.css',
  print: 'src/ui/daily/print.css',
  settings: 'src/ui/settings/settings.css',
  tabs: 'src/ui/tabs/tabs.css',
};
const PAGES = {
  daily: 'src/ui/daily/daily.html',
  settings: 'src/ui/settings/settings.html',
  tabs: 'src/ui/tabs/tabs.html',
};

/**
 * Two places in libraries that a reviewer, or web-ext lint, would have to ask about. Each edit fails when a new version no longer
 * has what it edits.
 */
const EDITS = [
  {
    // Preact can set `innerHTML` for a prop that we never use: without that branch the built files hold no way to do it.
    file: /preact[\\/]dist[\\/]preact\.mjs$/,
    find: /\b[\w$]+\.innerHTML\s*=(?!=)\s*[\w$]+\.__html\b/,
    put: 'void 0',
  },
  {
    // A tokenizer for a document, which lint takes for the page's `document.write`.
    file: /mdast-util-from-markdown[\\/]lib[\\/]index\.js$/,
    find: /parse\(options\)\.document\(\)\.write\(/,
    put: '((tokenizer, chunks) => tokenizer.write(chunks))(parse(options).document(), ',
  },
];

const editLibraries = {
  name: 'edit-libraries',
  setup(build) {
    for (const { file, find, put } of EDITS) {
      build.onLoad({ filter: file }, async (found) => {
        const source = await readFile(found.path, 'utf8');
        if (!find.test(source)) return { errors: [{ text: `nothing to edit here: see EDITS in build.mjs (${find})` }] };
        return { contents: source.replace(find, put), loader: 'js' };
      });
    }
  },
};

/** The popup's form is rendered here, empty and in English, so that it stands in the page before any script runs. */
async function renderPopup() {
  const english = JSON.parse(await readFile('src/_locales/en/messages.json', 'utf8'));
  const used = {};
  globalThis.chrome = { runtime: { id: 'build' } };
  globalThis.browser = {
    runtime: { id: 'build' },
    i18n: {
      getUILanguage: () => 'en',
      getMessage(key) {
        used[english[key].message] = key;
        return english[key].message;
      },
    },
  };
  const bundle = await (await bundleFor('node', 'src/ui/popup/static.tsx', {})).rebuild();
  const file = path.resolve('dist/popup-static.mjs');
  await mkdir('dist', { recursive: true });
  await writeFile(file, bundle.outputFiles[0].text);
  const { renderStatic } = await import(`${pathToFileURL(file)}?${Date.now()}`);
  const html = (await readFile('src/ui/popup/popup.html', 'utf8')).replace('<!-- form -->', renderStatic());
  await rm(file);
  return { html, texts: used };
}

function bundleFor(platform, entry, rest) {
  return context({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    ...rest,
  });
}

/** One manifest for both is never clean: each browser warns of what only the other knows. */
async function manifestFor(browser) {
  const manifest = JSON.parse(await readFile('manifest.json', 'utf8'));
  if (browser === 'chrome') {
    delete manifest.browser_specific_settings;
    // The key fixes the id of an unpacked build; the store gives its own.
    if (packaging) delete manifest.key;
    manifest.background = { service_worker: manifest.background.service_worker };
  } else {
    delete manifest.key;
    delete manifest.minimum_chrome_version;
    manifest.background = { scripts: manifest.background.scripts };
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function copyFiles(browser, popupHtml) {
  await writeFile(out(browser, 'manifest.json'), await manifestFor(browser));
  await writeFile(out(browser, 'popup.html'), popupHtml);
  await cp('src/_locales', out(browser, '_locales'), { recursive: true });
  await cp('icons', out(browser, 'icons'), { recursive: true, filter: (file) => !file.endsWith('.svg') });
  for (const [name, file] of Object.entries(PAGES)) await cp(file, out(browser, `${name}.html`));
}

async function bundles(browser, staticTexts) {
  const common = {
    bundle: true,
    outdir: out(browser),
    target: browser === 'chrome' ? 'chrome123' : 'firefox142',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: !watch,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [editLibraries],
    // The variant of libraries that needs no document: the other decodes entities through `innerHTML`.
    conditions: ['worker'],
    // Dexie as it is written for browsers of today: its main file is for old ones too, and an eighth larger.
    alias: { dexie: 'dexie/dist/modern/dexie.mjs' },
    define: { STATIC_TEXTS: JSON.stringify(staticTexts) },
  };
  return Promise.all([
    context({
      ...common,
      entryPoints: MODULES,
      format: 'esm',
      alias: { ...common.alias, 'webextension-polyfill': path.resolve('src/platform/own-api.ts') },
    }),
    context({ ...common, entryPoints: SCRIPTS, format: 'iife', external: ['./popup.js'] }),
    // The injected script: what its last expression gives is what the page answers.
    context({
      ...common,
      entryPoints: { capture: 'src/capture/index.ts' },
      alias: { 'micromark-util-decode-string': path.resolve('src/capture/decode-string.ts') },
      format: 'iife',
      globalName: 'dailyShaarliCapture',
      footer: { js: 'dailyShaarliCapture.answer;' },
    }),
    context({ ...common, entryPoints: STYLES }),
  ]);
}

async function writePackages() {
  const { default: webExt } = await import('web-ext');
  const { version } = JSON.parse(await readFile('manifest.json', 'utf8'));
  const name = (what) => `daily-shaarli-${what}-${version}.zip`;
  const options = { artifactsDir: 'packages', overwriteDest: true };
  for (const browser of BROWSERS) {
    await webExt.cmd.build(
      { ...options, sourceDir: out(browser), filename: name(browser) },
      { showReadyMessage: false },
    );
  }
  // The source as it was committed: what a reviewer builds the same files from.
  execFileSync('git', ['archive', '--format=zip', '-o', path.join('packages', name('source')), 'HEAD']);
}

await rm('dist', { recursive: true, force: true });
const { html, texts } = await renderPopup();
for (const browser of BROWSERS) {
  await mkdir(out(browser), { recursive: true });
  for (const one of await bundles(browser, texts)) {
    await one.rebuild();
    if (watch) await one.watch();
    else await one.dispose();
  }
  await copyFiles(browser, html);
}
if (packaging) await writePackages();
if (!watch) process.exit(0);
console.log('watching src; the manifest, the pages and the messages are copied at the start only');
