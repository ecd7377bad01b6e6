import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../core/errors';
import { clockNow } from '../../platform/clock';
import { askForHost } from '../../platform/host-permission';
import { t } from '../../platform/messages';
import { readSecret } from '../../platform/server-secret';
import { wakeSender } from '../../platform/wake';
import { type FetchPreview, previewFetch } from '../../storage/fetch-preview';
import { takeFetched } from '../../storage/fetch-take';
import { undoFetch } from '../../storage/fetch-undo';
import { dropFetch, type Fetch, TakenUpElsewhere, takeUpFetch } from '../../storage/fetched';
import type { Server } from '../../storage/server';
import { ShaarliApi } from '../../sync/api';
import { goOnReading, readServerLinks } from '../../sync/fetch-links';
import { problemText } from '../parts/problem-text';
import { takenText, undoneText } from './fetch-text';

/** What of a fetch this window is at. */
export type FetchStep = 'reading' | 'looking' | 'taking' | 'undoing';

/**
 * The steps of a fetch, one after another, and what is to be said of them. All but the preview is in the database.
 * @param stored the fetch that is there, which is known a little later than it changes
 */
export function useFetch(server: Server, stored: Fetch | undefined) {
  const [step, setStep] = useState<FetchStep>();
  const [looked, setLooked] = useState(0);
  const [preview, setPreview] = useState<FetchPreview>();
  const [news, setNews] = useState<{ text: string; problem?: boolean }>({ text: '' });
  /** The run of a fetch that is over. */
  const [over, setOver] = useState('');
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  async function doing(first: FetchStep, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setNews({ text: '' });
    setStep(first);
    try {
      setNews({ text: await work(signal) });
    } catch (error) {
      setNews(signal.aborted ? { text: '' } : { text: textOf(error), problem: true });
    } finally {
      setStep(undefined);
    }
  }

  async function reading(asked: Promise<boolean>, work: (api: ShaarliApi) => Promise<void>, signal: AbortSignal) {
    if (!(await asked)) throw new Problem('hostRefused', new URL(server.address).host);
    await work(new ShaarliApi({ api: server.api, secret: await readSecret() }, clock));
    return look(signal);
  }

  async function look(signal: AbortSignal): Promise<string> {
    setStep('looking');
    setLooked(0);
    const found = await previewFetch({ clock: clockNow(), signal, progress: setLooked });
    // Nothing to be asked about.
    if (!found.counts.added && !found.counts.changed) return taking(signal);
    setPreview(found);
    return '';
  }

  async function taking(signal: AbortSignal): Promise<string> {
    setStep('taking');
    setPreview(undefined);
    const fetch = await takeUpFetch(crypto.randomUUID());
    const fetched = fetch && (await takeFetched(fetch, { clock: clockNow(), signal }));
    // What both sides changed waits to be sent.
    wakeSender();
    if (!fetched) return '';
    setOver(fetch.run);
    return takenText(fetched.counts);
  }

  return {
    fetch: stored?.run === over ? undefined : stored,
    step,
    looked,
    preview,
    news,
    /** Call it first of all in the handler of a click. */
    start(whole: boolean): void {
      const asked = askForHost(server.address);
      void doing('reading', (signal) =>
        reading(asked, (api) => readServerLinks(api, { whole, signal, clock }), signal),
      );
    },
    /** Takes up what was broken off. Call it first of all in the handler of a click. */
    goOn(): void {
      const asked = askForHost(server.address);
      void doing('reading', (signal) => reading(asked, (api) => goOnReading(api, { signal, clock }), signal));
    },
    look: () => void doing('looking', look),
    take: () => void doing('taking', taking),
    cancel: () => stopping.current.abort(),
    drop(): void {
      const dropped = () => {
        setPreview(undefined);
        setNews({ text: '' });
        setOver(stored?.run ?? '');
      };
      void dropFetch().then(dropped, (error) => setNews({ text: problemText(error), problem: true }));
    },
    undo(): void {
      void doing('undoing', async () => {
        const undone = await undoFetch();
        setOver(stored?.run ?? '');
        return undoneText(undone);
      });
    },
  };
}

const clock = () => clockNow().ms;

function textOf(error: unknown): string {
  return error instanceof TakenUpElsewhere ? t('fetchElsewhere') : problemText(error);
}
