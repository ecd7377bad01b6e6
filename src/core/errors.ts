/**
 * A failure that a person can do something about. Each `code` has a sentence that says what, in the catalogue of messages
 * (`error_<code>`); anything else that is thrown is a fault of ours and is shown as such.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code:
      | 'addressTaken'
      | 'linkGone'
      | 'noAddress'
      | 'noTagName'
      | 'notOurFile'
      | 'newerFile'
      | 'noStorage'
      | 'fullDisk',
    /** What the sentence names, such as a day. */
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
