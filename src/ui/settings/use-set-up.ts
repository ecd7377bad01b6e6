import { useState } from 'preact/hooks';
import { Problem } from '../../core/errors';
import { clockNow } from '../../platform/clock';
import { askForHost, keepOnlyHost } from '../../platform/host-permission';
import { language, t } from '../../platform/messages';
import { readSecret } from '../../platform/server-secret';
import { wakeSender } from '../../platform/wake';
import type { Server } from '../../storage/server';
import { keepServer, removeServer, type TestedServer, testServer } from '../../sync/set-up';
import { problemText } from '../parts/problem-text';

/** What there is to say of the server: sentences, good or bad. */
export interface ServerNews {
  texts: string[];
  problem?: boolean;
}

/** Testing, keeping and removing the server, and what came of it. */
export function useSetUp() {
  const [news, setNews] = useState<ServerNews>({ texts: [] });
  const [busy, setBusy] = useState(false);

  async function doing(work: () => Promise<ServerNews>): Promise<boolean> {
    setBusy(true);
    const outcome = await work().catch(wrong);
    setNews(outcome);
    setBusy(false);
    return !outcome.problem;
  }

  return {
    news,
    busy,
    say: (problem: Problem | undefined) => setNews(problem ? wrong(problem) : { texts: [] }),
    /**
     * Call it first of all in the handler of a click.
     * @param address whole, with its scheme
     * @param secret the one that is kept already when left out
     * @returns true where the server answers as it should, and is kept
     */
    test(address: string, secret?: string): Promise<boolean> {
      // The browser asks now or never: nothing may come before this.
      const asked = askForHost(address);
      setNews({ texts: [t('serverTesting', new URL(address).host)] });
      return doing(() => testAndKeep(address, secret, asked));
    },
    remove: (server: Server) => doing(() => remove(server)),
  };
}

async function testAndKeep(address: string, secret: string | undefined, asked: Promise<boolean>): Promise<ServerNews> {
  if (!(await asked)) throw new Problem('hostRefused', new URL(address).host);
  const tested = await testServer({ address, secret: secret || (await readSecret()) }, () => clockNow().ms);
  await keepServer(tested);
  await keepOnlyHost(tested.server);
  wakeSender();
  return { texts: sentences(tested) };
}

async function remove(server: Server): Promise<ServerNews> {
  await removeServer();
  await keepOnlyHost(undefined);
  return { texts: [t('serverRemoved', new URL(server.address).host)] };
}

function wrong(error: unknown): ServerNews {
  return { texts: [problemText(error)], problem: true };
}

/** Clocks that differ by less (ms) are not worth a word. */
const WORTH_A_WORD = 60_000;

function sentences({ server, info, ahead }: TestedServer): string[] {
  const links = info.links.toLocaleString(language());
  const fine = t('serverFine', info.title || new URL(server.address).host, links, server.zone);
  if (Math.abs(ahead) < WORTH_A_WORD) return [fine];
  return [fine, t(ahead > 0 ? 'serverAhead' : 'serverBehind', inWords(Math.abs(ahead) / 1000))];
}

/** A duration in the unit that says it shortest. */
function inWords(seconds: number): string {
  const [unit, size] = seconds < 120 ? ['second', 1] : seconds < 7200 ? ['minute', 60] : ['hour', 3600];
  const format = new Intl.NumberFormat(language(), { style: 'unit', unit: String(unit), unitDisplay: 'long' });
  return format.format(Math.round(seconds / Number(size)));
}
