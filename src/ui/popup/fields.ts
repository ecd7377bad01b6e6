import type { EarlyFields } from '../../core/early-typing';

/** What stands in the fields of the static form. */
export function readFields(): EarlyFields {
  const field = (id: string) => document.getElementById(id) as HTMLInputElement;
  return {
    title: field('title').value,
    quote: field('quote').value,
    note: field('note').value,
    tag: field('tags').value,
    private: field('private').checked,
  };
}
