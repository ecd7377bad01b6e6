import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { language, t } from '../../platform/messages';
import { canUndoFetch } from '../../storage/fetch-undo';
import type { Fetch, Fetched } from '../../storage/fetched';
import { readServer, type Server } from '../../storage/server';
import { shownMoment } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { rewrittenText } from '../parts/rewritten-tags';
import { useLive } from '../parts/use-live';
import { Preview } from './fetch-preview';
import { takenText } from './fetch-text';
import type { SectionProps } from './main';
import { type FetchStep, useFetch } from './use-fetch';

/** Bringing what lies in the Shaarli here. Nothing where there is no server. */
export function Fetching({ failed }: SectionProps) {
  const stored = useLive(
    async () => ({
      server: await readServer('server'),
      fetch: await readServer('fetch'),
      fetched: await readServer('fetched'),
      undoable: await canUndoFetch(),
    }),
    [],
    failed,
  );
  return stored?.server ? <FetchSection {...stored} server={stored.server} /> : null;
}

interface Stored {
  server: Server;
  fetch: Fetch | undefined;
  fetched: Fetched | undefined;
  /** The last fetch, or what was taken over of this one, can be taken back. */
  undoable: boolean;
}

function FetchSection({ server, fetched, undoable, ...stored }: Stored) {
  const steps = useFetch(server, stored.fetch);
  const { fetch, step, preview, news } = steps;
  const view = step ? 'working' : preview && fetch ? 'preview' : fetch ? 'broken' : 'idle';
  const section = useFocusKept(view);
  // All was read when the page was closed: what it would change was not decided.
  useEffect(() => {
    if (fetch && !fetch.reading && !fetch.taking) steps.look();
  }, []);

  return (
    <section id="fetch" ref={section} aria-busy={step !== undefined}>
      <h2>{t('fetchTitle')}</h2>
      {view === 'idle' && (
        <>
          <p class="hint">{t(fetched ? 'fetchAgainHelp' : 'fetchHelp')}</p>
          <p class="acts">
            <button type="button" class="quiet lead" onClick={() => steps.start(false)}>
              {t('fetch')}
            </button>
            {fetched && (
              <button type="button" class="quiet" onClick={() => steps.start(true)}>
                {t('fetchEverything')}
              </button>
            )}
          </p>
        </>
      )}
      {step && <Progress step={step} fetch={fetch} looked={steps.looked} onCancel={steps.cancel} />}
      {view === 'broken' && fetch && (
        <Broken fetch={fetch} onGoOn={fetch.taking ? steps.take : steps.goOn} steps={steps} />
      )}
      {view === 'preview' && preview && <Preview preview={preview} onTake={steps.take} onLeave={steps.drop} />}
      <div class="fetch-news" role="status">
        {step && <p>{t(WORDS[step])}</p>}
        {view === 'idle' && !news.problem && news.text && <p>{news.text}</p>}
      </div>
      <p class="problem" role="alert">
        {news.problem && news.text}
      </p>
      {view === 'idle' && fetched && (
        <Last fetched={fetched} undoable={undoable} said={news.text} onUndo={steps.undo} />
      )}
    </section>
  );
}

const WORDS = {
  reading: 'fetchReading',
  looking: 'fetchLooking',
  taking: 'fetchTaking',
  undoing: 'fetchUndoing',
} as const;

/** When what had the focus goes with what is done, the next thing to do gets it. A page that was just opened does not jump there. */
function useFocusKept(view: string) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(view);
  const used = useRef(false);
  // Before anybody can have clicked: an effect comes when the page has been drawn, and a busy one is clicked on before.
  useLayoutEffect(() => {
    const note = () => {
      used.current = true;
    };
    section.current?.addEventListener('click', note);
    return () => section.current?.removeEventListener('click', note);
  }, []);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (!used.current) return;
    const { activeElement } = document;
    if (activeElement === document.body || section.current?.contains(activeElement)) focusWhenThere('#fetch .lead');
  }, [view]);
  return section;
}

interface ProgressProps {
  step: FetchStep;
  fetch: Fetch | undefined;
  looked: number;
  onCancel(): void;
}

/** How far it has come. What is said aloud is said once a step; this is for the eye, and for who asks. */
function Progress({ step, fetch, looked, onCancel }: ProgressProps) {
  const total = fetch?.total ?? 0;
  const done = { reading: fetch?.read ?? 0, looking: looked, taking: takenOf(fetch), undoing: 0 }[step];
  const known = total > 0 && step !== 'undoing';
  return (
    <div class="fetch-progress">
      <progress aria-label={t(WORDS[step])} {...(known && { value: Math.min(done, total), max: total })} />
      <p class="hint">{known ? atText(done, total) : t(WORDS[step])}</p>
      {step !== 'undoing' && (
        <button type="button" class="quiet lead" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </div>
  );
}

interface BrokenProps {
  fetch: Fetch;
  onGoOn(): void;
  steps: Pick<ReturnType<typeof useFetch>, 'drop' | 'undo'>;
}

/** A fetch that was broken off: by its button, by a failure, or with the page. */
function Broken({ fetch, onGoOn, steps }: BrokenProps) {
  const { taking, read, total } = fetch;
  const [done, all] = [taking ? takenOf(fetch) : read, total].map((count) => count.toLocaleString(language()));
  return (
    <>
      <p>{t(taking ? 'fetchBrokenTaking' : 'fetchBroken', done ?? '', all ?? '')}</p>
      <p class="acts">
        <button type="button" class="quiet lead" onClick={onGoOn}>
          {t('fetchGoOn')}
        </button>
        <button type="button" class="quiet" onClick={taking ? steps.undo : steps.drop}>
          {t(taking ? 'fetchUndo' : 'fetchDrop')}
        </button>
      </p>
    </>
  );
}

/** @param said what is said of it already */
function Last({
  fetched,
  undoable,
  said,
  onUndo,
}: {
  fetched: Fetched;
  undoable: boolean;
  said: string;
  onUndo(): void;
}) {
  const { counts, at } = fetched;
  return (
    <div class="fetch-last">
      {said !== takenText(counts) && (
        <p class="hint">
          {t('fetchLast', shownMoment(Math.floor(at / 1000)))} {takenText(counts)}
        </p>
      )}
      {counts.rewritten.size > 0 && undoable && <p class="hint">{rewrittenText(counts.rewritten)}</p>}
      {undoable && (
        <p class="acts">
          <button type="button" class="quiet" onClick={onUndo}>
            {t('fetchUndo')}
          </button>
        </p>
      )}
    </div>
  );
}

function takenOf(fetch: Fetch | undefined): number {
  if (!fetch?.taking) return 0;
  const { added, changed, same, left } = fetch.taking.counts;
  return added + changed + same + left;
}

function atText(done: number, total: number): string {
  return t('fetchAt', done.toLocaleString(language()), total.toLocaleString(language()));
}
