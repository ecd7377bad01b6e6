/** One line of the bench's table. */
export interface Figure {
  what: string;
  value: number;
  /** Unit of `value`: bytes or ms. A ratio has none. */
  unit?: 'B' | 'ms';
  /** The goal: `value` is to be this at most. */
  atMost?: number;
  /** What the value was made from. */
  detail?: string;
}

/** Middle of the values; of an even number, the mean of the two in the middle. Not a number when there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The value that `share` (0 to 1) of the values do not exceed (nearest rank). Not a number when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Both sides of a comparison in words: `41.2 ÷ 52.0 ms; p95 60.1 ÷ 71.3`. */
export function sidesOf(ours: readonly number[], theirs: readonly number[]): string {
  const pair = (of: (values: readonly number[]) => number) => `${of(ours).toFixed(1)} ÷ ${of(theirs).toFixed(1)}`;
  return `${pair(median)} ms; p95 ${pair((values) => percentile(values, 0.95))}`;
}

/**
 * What the machine alone does to a ratio: median of the even rounds ÷ median of the odd ones of one and the same thing.
 *
 * @param values in the order in which they were measured
 */
export function noiseOf(values: readonly number[]): number {
  const half = (odd: number) => median(values.filter((_, place) => place % 2 === odd));
  return half(0) / half(1);
}

/** The figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, atMost, detail }) => {
    const result = shown(value, unit) + (detail ? ` (${detail})` : '');
    const met = atMost === undefined ? '' : value <= atMost ? 'yes' : 'no';
    return [what, atMost === undefined ? '' : `≤ ${shown(atMost, unit)}`, result, met];
  });
  return [['what', 'goal', 'result', 'met'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function shown(value: number, unit: Figure['unit']): string {
  if (unit === 'B') return `${value.toLocaleString('en')} B`;
  return unit === 'ms' ? `${value.toFixed(1)} ms` : String(Number(value.toFixed(2)));
}
