import { parseAddress } from './address';

/**
 * What is special about an address that will not do for everybody, or not for long:
 * `secret` it carries a password or a key · `file` it is a file of this computer · `local` it leads to this computer or its own
 * network · `account` what it shows depends on who is signed in.
 */
export type AddressWarning = 'secret' | 'file' | 'local' | 'account';

/** The gravest warning that an address deserves; undefined for most. It is a guess by known forms, and nothing is refused for it. */
export function addressWarning(address: string): AddressWarning | undefined {
  const url = parseAddress(address);
  if (!url) return undefined;
  if (hasSecret(url)) return 'secret';
  if (url.protocol === 'file:') return 'file';
  if (!/^(?:https?|ftp):$/.test(url.protocol)) return undefined;
  if (isLocal(url.hostname)) return 'local';
  return isOfAccount(url) ? 'account' : undefined;
}

/** Parameters that let in whoever has them, however short they are. */
const KEYS =
  /^(?:(?:access|auth|id|refresh|session|login|magic|invite|invitation|reset|confirmation|reset_password|secret)_?token|api_?key|client_?secret|passw(?:or)?d|pwd|session_?id|jsessionid|phpsessid|aspsessionid\w*|x-(?:amz|goog)-signature|oobcode)$/i;
/** Names that are used for harmless things too: only a long value makes them a key. */
const MAYBE_KEYS = /^(?:token|sid|sig|signature|invite|hash_?key)$/i;
const LONG = 16;

function hasSecret({ password, search, hash, pathname }: URL): boolean {
  if (password) return true;
  const fragment = new URLSearchParams(hash.slice(hash.indexOf('?') + 1).replace(/^#/, ''));
  const pairs = [...new URLSearchParams(search), ...fragment];
  if (pairs.some(([name, value]) => value && (KEYS.test(name) || (MAYBE_KEYS.test(name) && value.length >= LONG))))
    return true;
  return /;jsessionid=\w/i.test(pathname) || isInvitation(pathname);
}

/** `/password/reset/q0Zk…`, `/invite/Xy7…`: a long last part with digits in it, behind a word that says what it opens. */
function isInvitation(path: string): boolean {
  const [, code = ''] =
    /\/(?:reset|reset[-_]password|password[-_]reset|invite|invitation|magic[-_]link)\/([^/]+)\/?$/i.exec(path) ?? [];
  return code.length >= LONG && /\d/.test(code);
}

function isLocal(host: string): boolean {
  if (host.startsWith('[')) return /^\[(?:::1?\]|f[cd]|fe[89ab])/.test(host);
  const inner =
    /^(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/;
  return (
    inner.test(host) ||
    /(?:^|\.)(?:localhost|local|lan|home|internal|intranet|home\.arpa)\.?$/.test(host) ||
    !host.includes('.')
  );
}

/** Hosts (with those below them) and the paths at which they show what belongs to one person. */
const OF_ACCOUNTS: [host: RegExp, path: RegExp][] = [
  [/^(?:mail|myaccount|keep|contacts)\.google\.com$/, /^\//],
  [
    /^(?:calendar|photos|gemini|drive)\.google\.com$/,
    /^\/(?:r|photo|album|app|drive\/(?:my-drive|recent|starred))(?:\/|$)/,
  ],
  [/^outlook\.(?:live|office|office365)\.com$|^mail\.(?:yahoo|proton|aol)\.(?:com|me)$|^app\.fastmail\.com$/, /^\/./],
  [/^(?:chatgpt\.com|chat\.openai\.com)$/, /^\/c\//],
  [/^claude\.ai$/, /^\/chat\//],
  [/^app\.slack\.com$|^teams\.(?:microsoft|live)\.com$|^web\.(?:whatsapp|telegram)\.(?:com|org)$/, /^\//],
  [/^discord\.com$/, /^\/channels\/@me/],
  [/(?:^|\.)(?:facebook|messenger|x|twitter|linkedin|instagram)\.com$/, /^\/(?:messages|messaging|direct|t)(?:\/|$)/],
];
/** Web mail on one's own server, second accounts, and pages about oneself. */
const ACCOUNT_PATH = /\/u\/\d+(?:\/|$)|^\/owa\/|\/(?:my-?account|account\/(?:orders|settings|billing))(?:\/|$)/i;

function isOfAccount({ hostname, pathname, searchParams }: URL): boolean {
  if (ACCOUNT_PATH.test(pathname)) return true;
  if (searchParams.has('authuser') || searchParams.get('_task') === 'mail') return true;
  return OF_ACCOUNTS.some(([host, path]) => host.test(hostname) && path.test(pathname));
}
