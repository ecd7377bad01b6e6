/*
 * Builds dist/chrome and dist/firefox from one source.
 *
 *   node build.mjs            both, minified
 *   node build.mjs --watch    both, readable, again at every change
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { context } from 'esbuild';

const BROWSERS = ['chrome', 'firefox'];
const watch = process.argv.includes('--watch');
const out = (browser, file = '') => path.join('dist', browser, file);

/** Pages are ES modules, the rest classic scripts; each file is whole and has a stable name, since reviewers read them. */
const MODULES = {
  popup: 'src/ui/popup/main.tsx',
  daily: 'src/ui/daily/main.tsx',
  settings: 'src/ui/settings/main.tsx',
};
const SCRIPTS = { background: 'src/background/index.ts', 'popup-boot': 'src/ui/popup/boot.ts' };
const STYLES = {
  popup: 'src/ui/popup/popup.css',
  daily: 'src/ui/daily/daily.css',
  settings: 'src/ui/settings/settings.css',
};
const PAGES = { daily: 'src/ui/daily/daily.html', settings: 'src/ui/settings/settings.html' };

/**
 * Preact can set `innerHTML` for a prop that we never use. The branch is cut out, so that the built files contain no way to do it
 * (and web-ext lint has nothing to warn of). Fails when Preact has changed and nothing was found to cut.
 */
const withoutInnerHtml = {
  name: 'without-inner-html',
  setup(build) {
    build.onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const contents = source.replace(/\b[\w$]+\.innerHTML\s*=(?!=)\s*[\w$]+\.__html\b/g, 'void 0');
      if (contents === source || /\.innerHTML\s*=(?!=)/.test(contents)) {
        return { errors: [{ text: 'Preact sets innerHTML in a new way: see withoutInnerHtml in build.mjs' }] };
      }
      return { contents, loader: 'js' };
    });
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
    plugins: [withoutInnerHtml],
    define: { STATIC_TEXTS: JSON.stringify(staticTexts) },
  };
  return Promise.all([
    context({ ...common, entryPoints: MODULES, format: 'esm' }),
    context({ ...common, entryPoints: SCRIPTS, format: 'iife', external: ['./popup.js'] }),
    // The injected script: what its last expression gives is what the page answers.
    context({
      ...common,
      entryPoints: { capture: 'src/capture/index.ts' },
      format: 'iife',
      globalName: 'dailyShaarliCapture',
      footer: { js: 'dailyShaarliCapture.answer;' },
    }),
    context({ ...common, entryPoints: STYLES }),
  ]);
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
if (!watch) process.exit(0);
console.log('watching src; the manifest, the pages and the messages are copied at the start only');
