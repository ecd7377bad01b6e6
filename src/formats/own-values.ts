/** What stands in an object out of a file: nothing that it inherits, and nothing of another kind than is asked for. */

export function valueIn(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name)
    ? (object as Record<string, unknown>)[name]
    : undefined;
}

/** Empty where there is no text. */
export function textIn(object: unknown, name: string): string {
  const found = valueIn(object, name);
  return typeof found === 'string' ? found : '';
}

/** Empty where there is no list. */
export function listIn(object: unknown, name: string): unknown[] {
  const found = valueIn(object, name);
  return Array.isArray(found) ? found : [];
}

/** The texts of a list. */
export function textsIn(object: unknown, name: string): string[] {
  return listIn(object, name).filter((one) => typeof one === 'string');
}
