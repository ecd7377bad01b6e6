import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Scope } from '../../core/scope';
import { t } from '../../platform/messages';
import { forms } from '../../publish/index';
import { siteAddress } from '../../publish/site/addresses';
import { type Choice, countPlan } from '../../storage/publishing';
import { readSite, type SiteSettings } from '../../storage/site-settings';
import { Dialog } from '../parts/dialog';
import { problemText } from '../parts/problem-text';
import { copyPublication, type Job, savePublication, saveSite } from './publish-job';
import { FormFields, PublishCounts, ScopeChoice, SiteFields } from './publish-parts';
import { Preview } from './publish-preview';
import { scopeTitle } from './publish-words';
import { usePlan, useWork } from './use-publish';

interface PublishProps {
  /** What can be published, what is shown first. */
  scopes: Scope[];
  onClose(): void;
  /** What was done, in words. */
  say(text: string): void;
}

/** Asks what is to leave the journal, and as what; writes it. */
export function PublishDialog({ scopes, onClose, say }: PublishProps) {
  const [scope, setScope] = useState(scopes[0] as Scope);
  const [form, setForm] = useState(forms[0]);
  const [typed, setTyped] = useState<string>();
  const [site, setSite] = useState<SiteSettings>();
  const [choice, setChoice] = useState<Choice>({ privateToo: false, notesToo: false });
  const [problem, setProblem] = useState('');
  const failed = (error: unknown) => setProblem(problemText(error));
  const plan = usePlan(scope, failed);
  const work = useWork(failed);
  useEffect(() => void readSite().then(setSite, failed), []);

  const whole = scope.kind === 'all';
  const title = typed ?? ((whole && site?.title) || scopeTitle(scope));
  const job: Job | undefined = plan && { plan, choice, title: title.trim() || scopeTitle(scope) };
  const counts = useMemo(() => plan && countPlan(plan, choice), [plan, choice]);
  const ready = job && counts?.links && work.share === undefined ? job : undefined;

  function done(text: string): void {
    onClose();
    say(text);
  }

  function save(): void {
    if (!ready || !form || !site) return;
    const misplaced = whole && siteAddress(site.address) === undefined;
    setProblem(misplaced ? t('publishAddressWrong') : '');
    if (misplaced) return;
    work.start(async (watcher) => {
      const name = whole ? await saveSite(site, ready, watcher) : await savePublication(form, ready, watcher);
      done(t('published', name));
    });
  }

  function copy(): void {
    if (!ready) return;
    setProblem('');
    work.start(async (watcher) => {
      await copyPublication(ready, watcher);
      done(t('copied'));
    });
  }

  return (
    <Dialog title={t('publishTitle')} onClose={onClose}>
      <form
        class="form publish"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ScopeChoice
          scopes={scopes}
          chosen={scope}
          onChoose={(next) => {
            setScope(next);
            setTyped(undefined);
          }}
        />
        {whole ? (
          <SiteFields title={title} onTitle={setTyped} site={site} onSite={setSite} />
        ) : (
          <FormFields title={title} onTitle={setTyped} form={form} onForm={setForm} />
        )}
        <PublishCounts counts={counts} choice={choice} onChoose={setChoice} />
        {!whole && job && form && <Preview form={form} job={job} empty={!counts?.links} failed={failed} />}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {work.share !== undefined && <progress aria-label={t('publishProgress')} value={work.share} />}
        <footer>
          <div class="buttons">
            <button type="button" class="quiet" onClick={onClose}>
              {t('cancel')}
            </button>
            {!whole && (
              <button type="button" class="quiet" aria-disabled={!ready} onClick={copy}>
                {t('copy')}
              </button>
            )}
            <button type="submit" class="primary" aria-disabled={!ready}>
              {t('publishSave')}
            </button>
          </div>
        </footer>
      </form>
    </Dialog>
  );
}
