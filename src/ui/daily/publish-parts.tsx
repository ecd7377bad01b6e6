import type { Scope } from '../../core/scope';
import { type MessageKey, plural, t } from '../../platform/messages';
import { forms } from '../../publish/index';
import type { Form } from '../../publish/publication';
import type { Choice } from '../../storage/publishing';
import type { SiteSettings } from '../../storage/site-settings';
import { scopeName } from '../parts/scope-name';
import { Choices } from './choices';
import { Line } from './line';
import type { Counts } from './use-publish';

export function ScopeChoice(props: { scopes: Scope[]; chosen: Scope; onChoose(scope: Scope): void }) {
  const { scopes, chosen, onChoose } = props;
  const label = (scope: Scope) => (scope.kind === 'all' ? t('publishSite') : scopeName(scope));
  return (
    <Choices
      name="publish-what"
      legend={t('publishWhat')}
      chosen={chosen}
      choices={scopes.map((value) => ({ value, label: label(value) }))}
      onChoose={onChoose}
    />
  );
}

interface Titled {
  title: string;
  onTitle(title: string): void;
}

/** What is asked of a file to be read. */
export function FormFields(props: Titled & { form: Form | undefined; onForm(form: Form): void }) {
  return (
    <>
      <Choices
        name="publish-form"
        legend={t('publishForm')}
        chosen={props.form}
        choices={forms.map((value) => ({ value, label: t(value.label as MessageKey) }))}
        onChoose={props.onForm}
      />
      <Line id="publish-heading" label={t('publishHeading')} value={props.title} onInput={props.onTitle} />
    </>
  );
}

/** What is asked of a site. */
export function SiteFields(props: Titled & { site: SiteSettings | undefined; onSite(site: SiteSettings): void }) {
  const { title, onTitle, site, onSite } = props;
  if (!site) return null;
  return (
    <>
      <p class="hint">{t('publishSiteHelp')}</p>
      <Line id="publish-heading" label={t('publishHeading')} value={title} onInput={onTitle} />
      <Line
        id="publish-address"
        label={t('publishAddress')}
        type="url"
        value={site.address}
        onInput={(address) => onSite({ ...site, address })}
      />
    </>
  );
}

/** How much is published, what stays out, and the boxes that take it in. */
export function PublishCounts(props: { counts: Counts | undefined; choice: Choice; onChoose(choice: Choice): void }) {
  const { counts, choice, onChoose } = props;
  return (
    <>
      {counts !== undefined && counts.privateLinks > 0 && (
        <Box
          label={plural('publishPrivate', counts.privateLinks)}
          checked={choice.privateToo}
          onTick={(privateToo) => onChoose({ ...choice, privateToo })}
        />
      )}
      {counts !== undefined && counts.notes > 0 && (
        <Box
          label={plural('publishNotes', counts.notes)}
          checked={choice.notesToo}
          onTick={(notesToo) => onChoose({ ...choice, notesToo })}
        />
      )}
      <p class="hint" role="status">
        {counts ? summary(counts, choice) : t('publishCounting')}
      </p>
    </>
  );
}

function summary({ links, privateLinks }: Counts, { privateToo }: Choice): string {
  const all = links ? plural('links', links) : t('publishNothing');
  return privateLinks && !privateToo ? `${all} ${plural('privateOut', privateLinks)}` : all;
}

function Box({ label, checked, onTick }: { label: string; checked: boolean; onTick(on: boolean): void }) {
  return (
    <label class="box">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} /> {label}
    </label>
  );
}
