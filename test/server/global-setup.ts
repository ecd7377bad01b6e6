import { ownRunFolder } from '../run-folder';
import { ensureShaarli } from '../shaarli/install';

/** Before all tests against a real Shaarli: one that is there, and a folder for all of them. */
export default function setup(): () => void {
  ensureShaarli();
  return ownRunFolder();
}
