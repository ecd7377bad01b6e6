/** What is selected of a list, and where a range to the next choice begins. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** What was chosen last; undefined at first. */
  last?: string;
}

export const nothingSelected: Selection = { ids: new Set() };

/**
 * Puts one entry in, or takes it out; with `range` (all of the list, in its order) everything from the last choice to it.
 * @param on whether it is in afterwards
 */
export function choose({ ids, last }: Selection, id: string, on: boolean, range?: readonly string[]): Selection {
  const from = range && last !== undefined ? range.indexOf(last) : -1;
  const to = range ? range.indexOf(id) : -1;
  const meant = range && from >= 0 && to >= 0 ? range.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const next = new Set(ids);
  for (const one of meant) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return { ids: next, last: id };
}

/** Without what is no longer in the list. */
export function keepSelected({ ids, last }: Selection, list: readonly string[]): Selection {
  const kept = list.filter((id) => ids.has(id));
  return { ids: new Set(kept), ...(last !== undefined && list.includes(last) && { last }) };
}
