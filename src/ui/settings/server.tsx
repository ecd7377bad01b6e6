import { useEffect, useRef, useState } from 'preact/hooks';
import { keepOnlyHost } from '../../platform/host-permission';
import { t } from '../../platform/messages';
import { readServer } from '../../storage/server';
import { focusWhenThere } from '../parts/focus';
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
  const server = stored?.server;
  useEffect(() => {
    if (!stored) return;
    if (location.hash === '#server') toHeading();
    // Somebody may have tried a server in vain, and closed the page.
    void keepOnlyHost(server).catch(say.failed);
  }, [stored === undefined]);
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
          onCancel={() => {
            setChanging(false);
            setUp.say(undefined);
            void keepOnlyHost(server).catch(say.failed);
            focusWhenThere('#server .change');
          }}
        />
      )}
      {open && (
        <ServerSummary
          server={server}
          waiting={waiting}
          setUp={setUp}
          onChange={() => {
            setChanging(true);
            setUp.say(undefined);
          }}
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
