/** Which tags a link starts with when its page is saved for the first time: none, `tags`, or those of the link that was saved last. */
export interface StartTags {
  from: (typeof FROM)[number];
  /** Kept while another choice is made, so that they are there again with the next. */
  tags: string[];
}

const FROM = ['none', 'these', 'last'] as const;

export function isStartTags(value: unknown): value is StartTags {
  if (typeof value !== 'object' || value === null) return false;
  const { from, tags } = value as Partial<Record<keyof StartTags, unknown>>;
  const isFrom = FROM.some((one) => one === from);
  return isFrom && Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
}
