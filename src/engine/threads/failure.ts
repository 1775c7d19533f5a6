// An error as it crosses from thread to thread, and back.

/** Plain JSON data. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** With those of the errors that it wraps. */
  readonly stack: string;
  /** What the innermost has to say, on one line. */
  readonly detail: string;
  /** Of what the system refused: `ENOSPC`, and the file. */
  readonly code?: string | undefined;
  readonly path?: string | undefined;
  /** Where in templates it was thrown. */
  readonly places?: readonly MistakePlace[] | undefined;
}

/** A place in a template as its owner typed it. */
export interface MistakePlace {
  /** As Nunjucks has it: a path. */
  readonly file: string;
  /** 1-based, as is the column. */
  readonly line: number;
  readonly column: number;
  /** What was thrown there, on one line. */
  readonly detail: string;
}

interface PlacedError extends Error {
  readonly places?: readonly MistakePlace[];
}

/** The error, which says now where in templates it was thrown. */
export function withPlaces(error: unknown, places: readonly MistakePlace[]): unknown {
  return error instanceof Error ? Object.assign(error, { places }) : error;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: '', detail: String(error) };
  const { name, message } = error;
  const within = innermost(error);
  const { code, path } = within;
  const stack = [...new Set([error.stack ?? message, within.stack ?? within.message])].join('\n');
  const { places } = error as PlacedError;
  return { name, message, stack, detail: lastWords(within.message), code, path, places };
}

export function errorOf({ message, stack, code, path, places }: Failure): Error {
  const error = Object.assign(new Error(stack || message), code !== undefined && { code, path });
  return places === undefined ? error : Object.assign(error, { places });
}

/** Of a message that names what it is wrapped in line by line, as Nunjucks' do; without the stack that an error of a thread has for its message. */
function lastWords(message: string): string {
  const said = message.split(/\n\s+at /)[0]!.trim();
  return said
    .split('\n')
    .at(-1)!
    .trim()
    .replace(/^(?:\w*Error: )+/, '');
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
