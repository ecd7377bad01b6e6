import { isStartTags, type StartTags } from '../core/start-tags';
import type { Journal } from './database';
import type { Tables } from './plainly';
import { isSite } from './site-settings';

/** Every setting with its default; type, default and check stand here and nowhere else. */
const SETTINGS = {
  /** Minutes after midnight at which a day begins. */
  dayStart: {
    initial: 0,
    check: (value: unknown): value is number => Number.isInteger(value) && inNight(value as number),
  },
  /** Pages that are saved are marked on the toolbar button. */
  badge: { initial: false as boolean, check: isBoolean },
  /** A day's page shows what was saved on the same date in earlier years. */
  onThisDay: { initial: true as boolean, check: isBoolean },
  /** Single characters are keys of the daily page. */
  keys: { initial: true as boolean, check: isBoolean },
  /** The tags that a new link starts with. */
  startTags: { initial: { from: 'none', tags: [] } as StartTags, check: isStartTags },
};

type Values = { [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name]['initial'] };
type Settings = { [Name in keyof Values]: { initial: Values[Name]; check(value: unknown): value is Values[Name] } };

export interface SettingRow {
  /** `site` is read and written by `site-settings.ts`. */
  name: keyof Values | 'site';
  value: unknown;
}

/** The setting's value; its default where none or nothing sensible is stored. */
export async function setting<Name extends keyof Values>(
  db: Pick<Tables, 'settings'>,
  name: Name,
): Promise<Values[Name]> {
  const row = await db.settings.get(name);
  const settings: Settings = SETTINGS;
  const { initial, check } = settings[name];
  return check(row?.value) ? row.value : initial;
}

/**
 * True for a setting with a value that it can have. What the browser has to be asked for first (`badge`) is none that could be written
 * just so.
 */
export function isSetting(row: { name: string; value: unknown }): row is SettingRow {
  if (row.name === 'site') return isSite(row.value);
  if (row.name === 'badge' || !Object.hasOwn(SETTINGS, row.name)) return false;
  const settings: Settings = SETTINGS;
  return settings[row.name as keyof Values].check(row.value);
}

/** @throws RangeError when the value is none that the setting can have */
export async function changeSetting<Name extends keyof Values>(
  db: Journal,
  name: Name,
  value: Values[Name],
): Promise<void> {
  if (!SETTINGS[name].check(value)) throw new RangeError(`${name} cannot be ${value}`);
  await db.settings.put({ name, value });
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function inNight(minutes: number): boolean {
  return minutes >= 0 && minutes <= 6 * 60;
}
