/** A function that is sent to a browser as source text. */
export type Sent = (...args: never[]) => unknown;

/**
 * The source of `fn` as an expression. TypeScript runners wrap named inner functions in a helper `__name` that does not
 * exist where the text is going, so the text brings it along.
 */
export function sourceOf(fn: Sent): string {
  return `((__name) => (${fn}))((value) => value)`;
}

/** The source of calling `fn` with `args` (JSON values). */
export function callOf(fn: Sent, args: readonly unknown[]): string {
  const list = args.map((value) => JSON.stringify(value) ?? 'undefined');
  return `${sourceOf(fn)}(${list.join(', ')})`;
}
