import { ensureBrowsers } from '../browsers';
import { buildIfStale } from '../build-if-stale';
import { ownRunFolder } from '../run-folder';
import { ensureShaarli } from '../shaarli/install';
import { warmFirefox } from './driver/firefox-launch';

/** Before all browser tests: browsers and a Shaarli that are there, a build that is fresh, and a folder for all profiles and servers. */
export default async function setup(): Promise<() => void> {
  ensureBrowsers();
  ensureShaarli();
  buildIfStale();
  const leave = ownRunFolder();
  await warmFirefox();
  return leave;
}
