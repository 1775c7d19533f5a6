// An error as it crosses from thread to thread, and back.

/** Plain JSON data. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Of what the system refused: `ENOSPC`, and the file. */
  readonly code?: string | undefined;
  readonly path?: string | undefined;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  const { code, path } = innermost(error);
  return { name, message, stack, code, path };
}

export function errorOf({ message, stack, code, path }: Failure): Error {
  return Object.assign(new Error(stack || message), code !== undefined && { code, path });
}

/** What an error was thrown for, however often it was wrapped: Eleventy keeps it as `originalError`. */
export function innermost(error: Error): NodeJS.ErrnoException {
  const seen = new Set<Error>();
  let found: Error & { readonly originalError?: unknown } = error;
  for (;;) {
    seen.add(found);
    const within = found.originalError ?? found.cause;
    if (!(within instanceof Error) || seen.has(within)) return found;
    found = within;
  }
}
