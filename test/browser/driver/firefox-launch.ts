import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../browsers';
import type { DriverOptions } from './driver';
import { environment } from './environment';
import { isWarm, keepWarm, warmUp } from './firefox-warm';
import { FIREFOX_UUID, firefoxId, root } from './identity';
import { Marionette } from './marionette';
import { newProfile, removeProfile } from './profile';
import { pause, until } from './until';

/** A started Firefox with the extension in it. */
export interface Firefox {
  readonly id: string;
  readonly base: string;
  readonly profile: string;
  readonly client: Marionette;
  /** Installs the extension again, after it was uninstalled. */
  install(): Promise<void>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Kills every process of this Firefox at once. */
  kill(): void;
}

type Preferences = Record<string, string | number | boolean>;

/** Set at each start, so that a profile in use keeps the extension's address and its data over a restart. */
function preferences(id: string, { language = 'en-US', agreeing = false, names = [] }: DriverOptions): Preferences {
  return {
    'marionette.port': 0,
    // a process made ahead of its use is one more to start
    'dom.ipc.processPrelaunch.enabled': false,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextOptionalPermissionPrompts': !agreeing,
    'network.dns.localDomains': names.join(),
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.disabledForTesting': true,
    'intl.locale.requested': language,
    'intl.accept_languages': [...new Set([language, language.split('-')[0], 'en-US', 'en'])].join(', '),
  };
}

function writePreferences(profile: string, values: Preferences): void {
  const lines = Object.entries(values).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
}

function spawnFirefox(profile: string, options: DriverOptions): ChildProcess {
  const flags = ['--marionette', '--remote-allow-system-access', '--no-remote', '--new-instance', '--profile', profile];
  const child = spawn(
    findBrowser('firefox'),
    [...flags, ...(options.headless === false ? [] : ['--headless']), 'about:blank'],
    {
      // a group of its own, so that all its processes can be killed at once
      detached: true,
      stdio: 'ignore',
      env: { ...environment(options), MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  );
  return child;
}

/** Kills a process and its children, which share its group. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended
  }
}

/** Starts Firefox with a profile and connects to it. A Firefox whose runner ends is killed. */
async function connectFirefox(profile: string, options: DriverOptions): Promise<Connected> {
  const portFile = path.join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const child = spawnFirefox(profile, options);
  const kill = () => killGroup(child);
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => process.off('exit', kill));
  try {
    const port = await until(() => Number(readFileSync(portFile, 'utf8')), 'Firefox to start', 60_000);
    return { profile, client: await Marionette.connect(port), ended, kill };
  } catch (error) {
    kill();
    throw error;
  }
}

type Connected = Pick<Firefox, 'profile' | 'client' | 'ended' | 'kill'>;

/** Ends a Firefox as a person does, and kills it where it does not end. */
export async function leaveFirefox({ client, kill, ended }: Connected): Promise<void> {
  client.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {}); // answered or not, it ends
  await Promise.race([ended, pause(8000)]);
  kill();
  await ended;
  client.close();
}

/** Before many starts: one Firefox without the extension, so that all further ones start faster. */
export async function warmFirefox(): Promise<void> {
  if (isWarm()) return;
  const profile = newProfile('firefox-warm');
  await leaveFirefox(await connectFirefox(profile, {}));
  keepWarm(profile);
  removeProfile(profile);
}

/**
 * Starts Firefox and installs the extension for this session.
 *
 * @throws Error when there is no Firefox, or when it is not ready within 60 s, or when it rejects the extension
 */
export async function launchFirefox(options: DriverOptions): Promise<Firefox> {
  const extension = path.resolve(options.extension ?? path.join(root, 'dist/firefox'));
  const id = firefoxId(extension);
  const profile = path.resolve(options.profile ?? newProfile('firefox'));
  if (readdirSync(profile).length === 0) warmUp(profile);
  writePreferences(profile, preferences(id, options));
  const firefox = await connectFirefox(profile, options);
  try {
    const install = async () => {
      await firefox.client.send('Addon:Install', { path: extension, temporary: true, allowPrivateBrowsing: true });
    };
    await install();
    return { id, base: `moz-extension://${FIREFOX_UUID}/`, install, ...firefox };
  } catch (error) {
    firefox.kill();
    throw error;
  }
}
