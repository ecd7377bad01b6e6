import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../platform/messages';
import { readServer } from '../../storage/server';
import { useLive } from '../parts/use-live';
import { useSending } from '../parts/use-sending';
import { AutoSend } from './auto-send';
import type { SectionProps } from './main';
import { ServerForm } from './server-form';
import { ServerSummary } from './server-summary';
import { type ServerNews, useSetUp } from './use-set-up';

/** The Shaarli that links go to and come from: `settings.html#server` leads here. */
export function Server(say: SectionProps) {
  const stored = useLive(async () => ({ server: await readServer('server') }), [], say.failed);
  const status = useSending(say.failed);
  const [changing, setChanging] = useState(false);
  const setUp = useSetUp();
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = () => heading.current?.focus();
  useEffect(() => {
    if (stored && location.hash === '#server') toHeading();
  }, [stored === undefined]);
  const server = stored?.server;
  const open = server && !changing;
  const waiting = (status?.waiting ?? 0) + (status?.refused ?? 0);

  return (
    <section id="server" aria-busy={setUp.busy}>
      <h2 ref={heading} tabIndex={-1}>
        {t('server')}
      </h2>
      {stored && !open && (
        <ServerForm
          server={server}
          waiting={waiting}
          setUp={setUp}
          onDone={() => {
            setChanging(false);
            toHeading();
          }}
        />
      )}
      {open && (
        <ServerSummary
          server={server}
          waiting={waiting}
          setUp={setUp}
          onChange={() => setChanging(true)}
          onRemoved={toHeading}
          failed={say.failed}
        />
      )}
      <News {...setUp.news} />
      {open && <AutoSend {...say} />}
    </section>
  );
}

function News({ texts, problem }: ServerNews) {
  const lines = texts.map((text) => <p key={text}>{text}</p>);
  return (
    <>
      <div class="server-news" role="status">
        {!problem && lines}
      </div>
      <div class="server-news problem" role="alert">
        {problem && lines}
      </div>
    </>
  );
}
