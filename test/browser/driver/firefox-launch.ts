import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../browsers';
import type { DriverOptions } from './driver';
import { environment } from './environment';
import { FIREFOX_UUID, firefoxId, root } from './identity';
import { Marionette } from './marionette';
import { newProfile } from './profile';
import { until } from './until';

/** A started Firefox with the extension in it. */
export interface Firefox {
  readonly id: string;
  readonly base: string;
  readonly profile: string;
  readonly client: Marionette;
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

/**
 * Starts Firefox and installs the extension for this session. A Firefox whose runner ends is killed.
 *
 * @throws Error when there is no Firefox, or when it is not ready within 60 s, or when it rejects the extension
 */
export async function launchFirefox(options: DriverOptions): Promise<Firefox> {
  const extension = path.resolve(options.extension ?? path.join(root, 'dist/firefox'));
  const id = firefoxId(extension);
  const profile = path.resolve(options.profile ?? newProfile('firefox'));
  writePreferences(profile, preferences(id, options));
  const portFile = path.join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const child = spawnFirefox(profile, options);
  const kill = () => killGroup(child);
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => process.off('exit', kill));
  try {
    const port = await until(() => Number(readFileSync(portFile, 'utf8')), 'Firefox to start', 60_000);
    const client = await Marionette.connect(port);
    await client.send('Addon:Install', { path: extension, temporary: true, allowPrivateBrowsing: true });
    return { id, base: `moz-extension://${FIREFOX_UUID}/`, profile, client, ended, kill };
  } catch (error) {
    kill();
    throw error;
  }
}
