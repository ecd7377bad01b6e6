import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Build, builtFolder, temporaryFolder } from './built';

/** The id of the empty extension in Firefox. */
export const EMPTY_ID = 'empty-popup@daily-shaarli.example';

const HTML = `<!doctype html>
<meta charset="utf-8">
<title>Empty</title>
<script src="popup.js"></script>
`;

/**
 * Firefox moves a popup that is loaded from one frame to another; a focus given shortly before is lost on the way. The
 * listener gives it again, at the moment when it would have counted.
 */
const POPUP = `const field = document.createElement('input');
document.documentElement.append(field);
field.focus();
addEventListener('focus', () => {
  if (document.activeElement !== field) field.focus();
});
`;

/** Ours has a background that listens; so has this one, or its process would not live as long. */
const BACKGROUND = 'chrome.runtime.onInstalled.addListener(() => {});\n';

/**
 * Writes the extension that ours is compared with: the same manifest, but its popup holds nothing but a script that makes
 * a field and focuses it.
 *
 * @returns its folder
 */
export function writeEmptyPopup(build: Build): string {
  const folder = temporaryFolder(`empty-${build}`);
  const files = {
    'manifest.json': manifest(build),
    'popup.html': HTML,
    'popup.js': POPUP,
    'background.js': BACKGROUND,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

function manifest(build: Build): string {
  const ours = JSON.parse(readFileSync(path.join(builtFolder(build), 'manifest.json'), 'utf8')) as object;
  return JSON.stringify({
    ...ours,
    // what is undefined is left out: texts in languages, icons, keys and pages that it does not have
    ...{
      default_locale: undefined,
      icons: undefined,
      commands: undefined,
      options_ui: undefined,
      short_name: undefined,
    },
    name: 'Empty popup',
    description: 'Nothing but a field.',
    action: { default_popup: 'popup.html' },
    ...(build === 'chrome' ? { key: newKey() } : { browser_specific_settings: { gecko: { id: EMPTY_ID } } }),
  });
}

/** A key of its own gives it an id of its own, which is known before it is loaded. */
function newKey(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}
