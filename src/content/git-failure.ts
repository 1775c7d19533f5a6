// What keeps content from being read from a commit, in words for whoever typed the command.

/** `usage`: something else should have been typed; `system`: git, the disk or the network let us down. */
export class GitFailure extends Error {
  readonly kind: 'usage' | 'system';
  constructor(message: string, kind: 'usage' | 'system') {
    super(message);
    this.name = 'GitFailure';
    this.kind = kind;
  }
}
