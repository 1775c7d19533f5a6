// Fonts to fonts with fewer letters or one weight, in a thread of its own, which ends with its last font: what cuts them takes 100 MB and gives none of it back.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { CHARACTERS, type FontFace } from '../../theme/fonts.ts';
import { errorOf, type Failure, failureOf } from '../threads/failure.ts';
import { sfntOf, woff2Of } from './font-format.ts';
import { LEGAL_NAMES, namesOfCut, readFontNames, withFontNames } from './font-names.ts';

/** Of a WOFF2 file. */
export type FontJob =
  /** To a WOFF2 file of the characters of French, named `family`. */
  | {
      readonly to: 'web';
      readonly whole: Uint8Array;
      readonly weight: FontFace['weight'];
      readonly family: string;
    }
  /** To a TrueType file of all letters in one weight. */
  | { readonly to: 'card'; readonly whole: Uint8Array; readonly weight: number };

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: unknown) => void;
}

interface Cutter {
  readonly worker: Worker;
  /** Those that are being cut, in the order of their answers. */
  readonly waiting: Waiting[];
}

type Answer = { readonly bytes: Uint8Array } | { readonly failure: Failure };

let cutter: Cutter | null = null;

/** Fonts that are asked for together are cut by one thread. */
export function cutFont(job: FontJob): Promise<Buffer> {
  cutter ??= startCutter();
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  cutter.waiting.push({ resolve, reject });
  cutter.worker.postMessage(job);
  return promise;
}

function startCutter(): Cutter {
  const worker = new Worker(new URL(import.meta.url), { workerData: { cutsFonts: true } });
  const started: Cutter = { worker, waiting: [] };
  const { waiting } = started;
  const end = (): void => {
    if (cutter === started) cutter = null;
    void worker.terminate();
  };
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.shift()!;
    if ('failure' in answer) reject(errorOf(answer.failure));
    else resolve(Buffer.from(answer.bytes));
    if (waiting.length === 0) end();
  });
  worker.on('error', error => {
    for (const { reject } of waiting.splice(0)) reject(error);
    end();
  });
  return started;
}

if (!isMainThread && (workerData as { readonly cutsFonts?: boolean } | null)?.cutsFonts === true) {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (job: FontJob) => {
    last = last.then(async () => parentPort?.postMessage(await answerTo(job)));
  });
}

async function answerTo(job: FontJob): Promise<Answer> {
  try {
    return { bytes: job.to === 'web' ? await forWeb(job) : await forCards(job) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

async function forWeb({ whole, weight, family }: FontJob & { readonly to: 'web' }): Promise<Buffer> {
  // Imported here and not above: only the thread needs it.
  const { default: subsetFont } = await import('subset-font');
  const letters = await subsetFont(await sfntOf(Buffer.from(whole)), CHARACTERS, {
    targetFormat: 'truetype',
    preserveNameIds: LEGAL_NAMES,
    variationAxes: { wght: weight },
    // Ligatures and small capitals would bring glyphs that no character of ours asks for by itself.
    noLayoutClosure: true,
  });
  const named = withFontNames(letters, namesOfCut(readFontNames(letters), family));
  return await woff2Of(named);
}

async function forCards({ whole, weight }: FontJob & { readonly to: 'card' }): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font');
  return await subsetFont(await sfntOf(Buffer.from(whole)), null, {
    targetFormat: 'truetype',
    variationAxes: { wght: weight },
    keepAllGlyphs: true,
    noHinting: true,
  });
}
