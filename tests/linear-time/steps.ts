// How much work a function does, counted instead of timed: the same number on every machine, however busy it is.
//
// Counted are how often each block of JavaScript runs, libraries' included, which V8 does for tools that show what tests cover, and how
// many characters or items the platform's own functions go through, expressions included. What an expression goes through several times
// within one call is not seen: `regular-expressions.test.ts` looks at that.
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

// Optimised code may leave out counting.
setFlagsFromString('--no-opt');
setFlagsFromString('--no-maglev');

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

let scanned = 0;

/** The steps of each of several works, one after the other. What they call must have been imported after this file. */
export async function countSteps(works: readonly (() => unknown)[]): Promise<readonly number[]> {
  const counts: number[] = [];
  await session.post('Profiler.takePreciseCoverage');
  for (const work of works) {
    scanned = 0;
    await work();
    let steps = scanned;
    const { result } = await session.post('Profiler.takePreciseCoverage');
    for (const { url, functions } of result) {
      if (!url.startsWith('file:') || url === import.meta.url) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    counts.push(steps);
  }
  return counts;
}

type Native = (this: never, ...given: never[]) => unknown;

/** Has `cost` added to the steps whenever the function is called. */
function count<Of extends object>(
  owner: Of,
  name: keyof Of & string,
  cost: (self: { readonly length: number }, given: readonly unknown[], result: unknown) => number,
): void {
  const native = owner[name] as Native;
  const counting = function (this: never, ...given: never[]): unknown {
    const result = native.apply(this, given);
    scanned += cost(this, given, result);
    return result;
  };
  Object.defineProperty(owner, name, { value: counting, configurable: true, writable: true });
}

for (const name of [
  ...(['includes', 'replaceAll', 'trim', 'trimStart', 'trimEnd'] as const),
  ...(['normalize', 'toLowerCase', 'toUpperCase'] as const),
])
  count(String.prototype, name, ({ length }) => length);

count(String.prototype, 'indexOf', ({ length }, [, from = 0], at) =>
  Math.max(0, (at === -1 ? length : (at as number)) - Number(from)),
);
count(String.prototype, 'lastIndexOf', ({ length }, [, from = length], at) =>
  Math.max(0, Math.min(Number(from), length) - Math.max(0, at as number)),
);
for (const name of ['includes', 'indexOf', 'join', 'sort', 'reverse', 'unshift', 'concat'] as const)
  count(Array.prototype, name, ({ length }) => length);
count(Array.prototype, 'slice', (_self, _given, result) => (result as readonly unknown[]).length);
count(Array.prototype, 'splice', ({ length }, [start = 0]) => Math.max(1, length - Number(start)));

/** Repetitions without an end, once escapes and classes are left aside. */
const ENDLESS = /[*+]|\{\d+,\}/;
const ASIDE = /\\.|\[(?:\\.|[^\]])*\]/g;
/** Of markdown-it. A tag holds no `<` outside quotation marks, and each of these ends at the next: so it never looks far. */
const TAG = '^(?:<[A-Za-z]';

// By an expression: the standard asks it at each place, the platform looks for the next.
const { exec } = RegExp.prototype;
const split = String.prototype.split as (...given: unknown[]) => string[];
String.prototype.split = function (this: string, ...given: unknown[]): string[] {
  const counting = RegExp.prototype.exec;
  RegExp.prototype.exec = exec;
  const pieces = split.apply(this, given);
  RegExp.prototype.exec = counting;
  scanned += this.length;
  return pieces;
};

/** Those that were used, by their source and flags: libraries' too. */
export const usedExpressions = new Map<string, Pick<RegExp, 'source' | 'flags'>>();

const reaches = new Map<string, boolean>();
const nativeReplace = String.prototype.replace as (this: string, what: RegExp, by: string) => string;
const nativeTest = RegExp.prototype.test;

/** Whether an expression that begins at one place only, and does not match, may have looked at all that follows. */
function looksFar(source: string): boolean {
  let far = reaches.get(source);
  if (far === undefined) {
    far = nativeTest.call(ENDLESS, nativeReplace.call(source, ASIDE, 'x')) && !source.startsWith(TAG);
    reaches.set(source, far);
  }
  return far;
}

RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
  if (this === ASIDE) return exec.call(this, text);
  const from = this.global || this.sticky ? this.lastIndex : 0;
  const match = exec.call(this, text);
  const key = `/${this.source}/${this.flags}`;
  if (!usedExpressions.has(key)) usedExpressions.set(key, { source: this.source, flags: this.flags });
  if (match !== null) scanned += match.index + match[0].length - from;
  else if ((this.sticky || (this.source.startsWith('^') && !this.multiline)) && !looksFar(this.source))
    scanned += 1;
  else scanned += Math.max(0, String(text).length - from);
  return match;
};
