// A challenge becomes the numbers that answer it, after a while of calculating: what a reader's browser does once, and whoever sends thousands of
// comments thousands of times. The service looks at them in `participation/work.ts`.

export interface Work {
  readonly challenge: string;
  /** How many numbers, and with how many zero bits each hash has to begin. */
  readonly puzzles: number;
  readonly zeros: number;
}

/** @returns for each puzzle the least number that has such a hash. */
export function solve({ challenge, puzzles, zeros }: Work): readonly number[] {
  const bytes = Uint8Array.from(atob(challenge.replace(/-/g, '+').replace(/_/g, '/')), sign =>
    sign.charCodeAt(0),
  );
  // One block of SHA-256: the challenge, the puzzle, the number, a one, zeros, the length in bits (FIPS 180-4, § 5.1.1).
  const block = new DataView(new ArrayBuffer(64));
  for (const [at, byte] of bytes.entries()) block.setUint8(at, byte);
  const end = bytes.length + 5;
  block.setUint8(end, 0x80);
  block.setUint32(60, end * 8);
  return Array.from({ length: puzzles }, (_, puzzle) => {
    block.setUint8(bytes.length, puzzle);
    for (let number = 0; ; number++) {
      block.setUint32(bytes.length + 1, number);
      if (firstWord(block) >>> (32 - zeros) === 0) return number;
    }
  });
}

const PRIMES: readonly number[] = Array.from({ length: 312 }, (_, number) => number).filter(
  number =>
    number > 1 && !Array.from({ length: number - 2 }, (_, at) => at + 2).some(by => number % by === 0),
);
/** The first 32 bits of what stands behind the point of a root (§ 4.2.2, 5.3.3). */
const K = Int32Array.from(PRIMES, prime => (Math.cbrt(prime) % 1) * 2 ** 32);
const START = Int32Array.from(PRIMES.slice(0, 8), prime => (Math.sqrt(prime) % 1) * 2 ** 32);
const schedule = new Int32Array(64);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The first word of the hash of one block (§ 6.2.2): all that is asked for. */
function firstWord(block: DataView): number {
  for (let at = 0; at < 64; at++) {
    if (at < 16) {
      schedule[at] = block.getInt32(4 * at);
      continue;
    }
    const [two, fifteen] = [schedule[at - 2]!, schedule[at - 15]!];
    schedule[at] =
      (turned(two, 17) ^ turned(two, 19) ^ (two >>> 10)) +
      schedule[at - 7]! +
      (turned(fifteen, 7) ^ turned(fifteen, 18) ^ (fifteen >>> 3)) +
      schedule[at - 16]!;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = START;
  for (let at = 0; at < 64; at++) {
    const first =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[at]! + schedule[at]!) |
      0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  return (a + START[0]!) | 0;
}
