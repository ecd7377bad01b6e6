/** What can go wrong with a server. */
export type ServerProblem =
  /** No server is set up. */
  | 'noServer'
  /** No answer at all: no such host, nobody there, no network. */
  | 'serverSilent'
  /** Something answers, but it is no Shaarli. */
  | 'serverOther'
  /** The host, which `detail` names, leads to another address. */
  | 'serverMoved'
  /** The same, where `detail` can name that other address. */
  | 'serverMovedTo'
  /** 401: the API is off or the secret is wrong; a Shaarli does not tell which. */
  | 'serverShut'
  /** It failed: 5xx, or an answer that makes no sense. */
  | 'serverFault'
  /** The browser does not let us reach the host any more. */
  | 'serverForbidden'
  /** It said that it took the link, but does not have it, or not as it was sent. */
  | 'serverLost'
  /** Another link there has the address. */
  | 'serverTaken'
  /** The link was deleted there. */
  | 'serverGone'
  /** The link was changed there, so it is not deleted unseen. */
  | 'serverChanged'
  /** A Shaarli mangles every address but http and https. */
  | 'serverNoWebAddress';

/** What keeps a server from being set up before anything is asked of it. */
export type SetUpProblem =
  /** What was typed is no web address. */
  | 'noServerAddress'
  | 'noSecret'
  /** Plain http to another computer, which nobody agreed to. */
  | 'openToAll'
  /** The browser was not allowed to reach the host, which `detail` names. */
  | 'hostRefused';

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
      | 'unreadableFile'
      | 'importUnfinished'
      | 'importElsewhere'
      | 'noStorage'
      | 'fullDisk'
      | SetUpProblem
      | ServerProblem,
    /** What the sentence names, such as a day. */
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
