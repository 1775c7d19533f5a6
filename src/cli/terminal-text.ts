// Values and errors to texts that a terminal can show: what it would obey is escaped or replaced.
import { inspect } from 'node:util';
import { visible } from '../locale/quoting.ts';

/** JSON with the same value for whoever parses it. `JSON.stringify` alone leaves C1 control characters and directions as they are. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An error with its stack, line by line: a file's name may be in it. */
export function errorText(error: unknown): string {
  return inspect(error).split('\n').map(visible).join('\n');
}
