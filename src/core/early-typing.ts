import { type Draft, draftIn, draftPlace } from './draft';
import { emptyForm, type Form, learn, typeInto } from './form';

/** What stands in the popup's fields before its app is there. */
export interface EarlyFields {
  title: string;
  quote: string;
  note: string;
  /** The text in the tags' field. */
  tag: string;
  private: boolean;
}

/** What the popup's first script keeps of them, in case the popup is closed before its app has come. */
export interface EarlyTyping {
  /** The tab's address and title, as the browser gives them. */
  url: string;
  title: string;
  /** In ms. */
  at: number;
  fields: EarlyFields;
}

/** A form into which these fields were typed. */
export function formOfFields({ private: hidden, ...texts }: EarlyFields): Form {
  let form = emptyForm;
  for (const [field, text] of Object.entries(texts)) if (text) form = typeInto(form, field as keyof typeof texts, text);
  return hidden ? typeInto(form, 'private', true) : form;
}

/**
 * The draft that the app would have kept; undefined when nothing was left in the fields.
 * @param url the address, unwrapped
 */
export function draftOfEarly({ title, at, fields }: EarlyTyping, url: string, key: string): Draft | undefined {
  const form = learn(formOfFields(fields), { tab: { url, title } });
  return draftIn(form, { key, place: draftPlace(url), at: Math.floor(at / 1000) });
}
