import { isStartTags, type StartTags } from '../core/start-tags';
import type { Journal } from './database';
import type { Tables } from './plainly';

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
