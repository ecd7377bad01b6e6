import { type Journal, journal } from './database';

/** What the journal's web site is called, and known by. */
export interface SiteSettings {
  title: string;
  /** Where it will stand, as it was typed; often empty. */
  address: string;
  /** A random UUID that stays the same however often the site is published. */
  id: string;
}

/** As it was published the last time; empty, with an id, where it never was. */
export async function readSite(db: Journal = journal): Promise<SiteSettings> {
  const value = (await db.settings.get('site'))?.value;
  return isSite(value) ? value : { title: '', address: '', id: crypto.randomUUID() };
}

export async function keepSite(value: SiteSettings, db: Journal = journal): Promise<void> {
  await db.settings.put({ name: 'site', value });
}

export function isSite(value: unknown): value is SiteSettings {
  const { title, address, id } = (value ?? {}) as Partial<SiteSettings>;
  return (
    typeof title === 'string' &&
    typeof address === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(`${id}`)
  );
}
