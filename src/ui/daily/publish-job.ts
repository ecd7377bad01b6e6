import { zipped } from '../../core/zip';
import { clockNow } from '../../platform/clock';
import { light } from '../../publish/light';
import { markdown } from '../../publish/markdown';
import type { Form, Publication, PublishedDay } from '../../publish/publication';
import { siteAddress } from '../../publish/site/addresses';
import { siteFiles } from '../../publish/site/site';
import type { Site } from '../../publish/site/words';
import { type Choice, countPlan, type Plan, readPlan } from '../../storage/publishing';
import { today } from '../../storage/reading';
import { keepSite, type SiteSettings } from '../../storage/site-settings';
import { copyBoth } from '../parts/clipboard';
import { download, scopeFileName } from './export-file';
import { LargeFile } from './large-file';
import { publishWords, siteWords } from './publish-words';

/** What a person has asked for. */
export interface Job {
  plan: Plan;
  choice: Choice;
  title: string;
}

export interface Watcher {
  signal: AbortSignal;
  /** @param share of the days, 0 to 1 */
  progress(share: number): void;
}

/**
 * Writes the file, and has the browser save it.
 * @returns its name
 * @throws what `signal` was aborted with
 */
export async function savePublication(form: Form, job: Job, watcher: Watcher): Promise<string> {
  const file = new LargeFile();
  const breathe = breather(watcher.signal);
  for await (const piece of form.write(publicationOf(job, watcher), publishWords())) {
    file.add(piece);
    await breathe();
  }
  const name = `daily-${await scopeFileName(job.plan.scope)}.${form.extension}`;
  download(file.end(form.mime), name);
  return name;
}

/**
 * Writes the whole journal as a web site in a zip, and has the browser save it.
 * @returns its name
 * @throws what `signal` was aborted with
 */
export async function saveSite(site: SiteSettings, job: Job, watcher: Watcher): Promise<string> {
  const now = await today(clockNow());
  const { links, changedAt } = countPlan(job.plan, job.choice);
  const whole: Site = {
    id: site.id,
    title: job.title,
    address: siteAddress(site.address) ?? '',
    today: now,
    updated: changedAt,
    count: links,
    days: watchedDays(job, watcher),
  };
  const breathe = breather(watcher.signal);
  const file = new LargeFile();
  for await (const piece of zipped(siteFiles(whole, siteWords()), changedAt)) {
    await breathe();
    file.add(piece);
  }
  await keepSite({ ...site, title: job.title });
  const name = `daily-site-${now}.zip`;
  download(file.end('application/zip'), name);
  return name;
}

/** In ms: as long as a page may be deaf without anybody's noticing. */
const BREATH = 50;

/** Between two pieces of long work: lets the page draw and hear from time to time, and throws once it is to stop. */
function breather(signal: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - last < BREATH) return;
    await new Promise((resume) => setTimeout(resume));
    last = performance.now();
  };
}

/** Call it while a click is being handled. */
export function copyPublication(job: Job, watcher: Watcher): Promise<void> {
  return copyBoth(light(publicationOf(job, watcher), publishWords()), wholeText(markdown, publicationOf(job, watcher)));
}

/** As many characters of it as fill a preview. */
export async function beginning(form: Form, job: Job, signal: AbortSignal): Promise<string> {
  let text = '';
  for await (const piece of form.write(publicationOf(job, { signal, progress() {} }), publishWords())) {
    text += piece;
    if (text.length > PREVIEW) return `${text.slice(0, PREVIEW).replace(/\n.*$/, '')}\n…`;
  }
  return text;
}

const PREVIEW = 3000;

async function wholeText(form: Form, publication: Publication): Promise<string> {
  let text = '';
  for await (const piece of form.write(publication, publishWords())) text += piece;
  return text;
}

function publicationOf(job: Job, watcher: Watcher): Publication {
  const { plan, choice, title } = job;
  const { scope } = plan;
  const oneDay = scope.kind === 'period' && scope.period.kind === 'day';
  return { title, oneDay, count: countPlan(plan, choice).links, days: watchedDays(job, watcher) };
}

/** The days, while they are counted. */
async function* watchedDays({ plan, choice }: Job, watcher: Watcher): AsyncGenerator<PublishedDay> {
  const all = countPlan(plan, choice).days;
  let done = 0;
  for await (const day of readPlan(plan, choice)) {
    watcher.signal.throwIfAborted();
    yield day;
    done += 1;
    watcher.progress(done / all);
  }
}
