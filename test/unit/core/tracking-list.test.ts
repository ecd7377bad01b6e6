import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { withoutTracking } from '../../../src/core/tracking';
import * as list from '../../../src/core/tracking-list';
import { VERSIONS } from '../../../src/storage/database';
import { rekeyJournal } from '../../../src/storage/rekey';

interface PublishedRule {
  name: string;
  rules?: string[];
}

const published: PublishedRule[] = createRequire(import.meta.url)('tidy-url/data/rules.js');

/** What the published list takes off and ours leaves, since it may be what tells two pages apart. */
const LEFT_ALONE: Record<string, string> = {
  // MusicBrainz' ids, and what shops and companies may number by.
  Global: 'mbid cmpid ncid',
  'aliexpress.com':
    'productId productIds platform origin sk scenario _t tt widgetId tabType fromRankId sourceType bizType shareId businessType',
  // Searches by words, sellers, lists and choices.
  'amazon.com': 'keywords smid colid coliid psc rnid qu sc_country sc_outcome sc_geo',
  'bandcamp.com': 'from',
  'bing.com': 'ru cdnurl simid thid ck ccid pivotparams',
  'cbc.ca': 'referrer',
  // The chosen variation of a thing.
  'ebay.com': 'var hash siteid pub media widget_ver ff3 ufes_redirect',
  'google.com': 'si source',
  'imdb.com': 'rf ref_hp_hp_e_2',
  'linkedin.com': 'contextUrn destRedirectURL src eid',
  'reddit.com': 'tags keyword channel campaign domain base_url user_agent',
  'tiktok.com': 'source user_id sec_uid',
  'youtube.com': 'src lId cId',
};

/** Our sites that the published list has too: a host of theirs, and the list's name for them. */
const sites = Object.keys(list.ON_SITES)
  .map((site) => site.replace('*', 'com'))
  .map((host) => ({ host, name: host.replace(/^www\./, '') }))
  .filter(({ name }) => published.some((rule) => rule.name === name));

test.each([{ host: 'example.org', name: 'Global' }, ...sites])(
  'our names for $name are the published ones, but for those looked at and left alone',
  ({ host, name }) => {
    const rules = published.filter((rule) => rule.name === name).flatMap((rule) => rule.rules ?? []);
    // The list has slips of the pen in it: a space before a name, a backslash in one.
    const names = [...new Set(rules.map((rule) => rule.trim()))].filter((rule) => /^[\w$.-]+$/.test(rule));
    const missing = names.filter((rule) => !withoutTracking(`https://${host}/?${rule}=1`).taken.length);
    expect(missing.toSorted()).toEqual((LEFT_ALONE[name]?.split(' ') ?? []).toSorted());
  },
);

test('the list is the one with which the stored keys were made', () => {
  const { EVERYWHERE, FAMILIES, ON_SITES, REFERRER_IN_PATH } = list;
  const text = JSON.stringify([FAMILIES, EVERYWHERE, ON_SITES, REFERRER_IN_PATH]);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const version = VERSIONS.findLast((one) => one.upgrade === rekeyJournal)?.version;
  // Was the list changed? Add one more version with `upgrade: rekeyJournal` to VERSIONS, and put its number and the new digest here.
  expect([version, digest]).toEqual([3, '318c6ce17a76']);
});
