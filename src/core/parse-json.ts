/** A text as JSON; `undefined` for what is none, as no JSON is. For texts that others wrote: that they are none is no error of ours. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
