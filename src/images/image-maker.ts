// Photographs and cards become files in the cache. A process of its own makes them: what decoders and encoders keep of its memory
// ends with it.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { CardFonts } from './card-printer.ts';
import type { WantedImage } from './make-photograph.ts';
import type { Photograph } from './photograph.ts';
import type { SocialCardDesign } from './social-card.ts';

/** One photograph and the files wanted of it: plain JSON data. */
export interface PhotographJob {
  /** The path of its file. */
  readonly path: string;
  readonly photograph: Photograph;
  readonly wanted: readonly WantedImage[];
  readonly cacheDir: string;
}

/** Cards for social networks and their fonts. All jobs of one maker have the same fonts. */
export interface CardsJob {
  readonly cards: readonly { readonly url: string; readonly design: SocialCardDesign }[];
  readonly fonts: CardFonts;
  readonly cacheDir: string;
}

export interface ImageMaker {
  /**
   * Puts all wanted files into the cache and returns their number; null when the photograph's file is gone or has changed
   * since the build looked at it. Two jobs at a time are enough: one is decoded while the other is encoded.
   */
  make(job: PhotographJob): Promise<number | null>;
  /** Puts all cards into the cache and returns their number. */
  print(job: CardsJob): Promise<number | null>;
  /** Ends the process. Unfinished jobs fail. */
  close(): void;
}

/** A message to the process. The answer has the same `id`. */
export type ImageRequest = { readonly id: number } & (
  | { readonly photograph: PhotographJob }
  | { readonly cards: CardsJob }
);
export type ImageReply =
  | { readonly id: number; readonly made: number | null }
  | { readonly id: number; readonly failure: ImageFailure };

/** What was thrown there. */
export interface ImageFailure {
  readonly stack: string;
  /** Of what the system refused: `ENOSPC`, and the file. */
  readonly code: string | undefined;
  readonly path: string | undefined;
}

/** Environment variables, which only take effect when a process starts. */
const ENVIRONMENT = {
  /**
   * glibc gives each thread a heap of its own and keeps, in pieces, what was freed in them: after 90 photographs of
   * 12 megapixels 1.2 GB for 0.2 GB in use. With one heap for all (mallopt(3), `M_ARENA_MAX`) there are never more than
   * 0.4 GB. Other libraries of C ignore it.
   */
  MALLOC_ARENA_MAX: '1',
  /** libuv reads and encodes files in threads; without this it has four, however many cores there are. */
  UV_THREADPOOL_SIZE: String(availableParallelism() + 2),
};

const ENTRY = new URL('./image-maker-process.ts', import.meta.url);

/** Starts the process with the first job. It does not keep the calling process alive. `entry` is the file that it runs. */
export function startImageMaker(entry: URL = ENTRY): ImageMaker {
  const jobs = new Map<number, PromiseWithResolvers<number | null>>();
  let child: ChildProcess | null = null;
  let next = 0;

  const startedProcess = (): ChildProcess => {
    if (child) return child;
    // « advanced » sends fonts as bytes; JSON would turn them into lists of numbers.
    child = fork(entry, { execArgv: [], env: { ...process.env, ...ENVIRONMENT }, serialization: 'advanced' });
    child.on('message', (reply: ImageReply) => {
      const job = jobs.get(reply.id);
      jobs.delete(reply.id);
      if ('failure' in reply) job?.reject(errorOf(reply.failure));
      else job?.resolve(reply.made);
      if (jobs.size === 0) keepAlive(child, false);
    });
    child.on('error', end);
    child.on('exit', (code, signal) => end(new Error(`The process of images ended (${signal ?? code})`)));
    return child;
  };
  const end = (error: Error): void => {
    child = null;
    for (const job of jobs.values()) job.reject(error);
    jobs.clear();
  };

  const ask = (task: { photograph: PhotographJob } | { cards: CardsJob }): Promise<number | null> => {
    const running = startedProcess();
    const waiting = Promise.withResolvers<number | null>();
    const id = next++;
    jobs.set(id, waiting);
    keepAlive(running, true);
    running.send({ id, ...task } satisfies ImageRequest, error => {
      if (error) end(error);
    });
    return waiting.promise;
  };

  return {
    make: photograph => ask({ photograph }),
    print: cards => ask({ cards }),
    close() {
      child?.kill();
      end(new Error('The process of images was closed'));
    },
  };
}

/** A refusal of the system is still one: a full disk is no mistake of ours. */
function errorOf({ stack, code, path }: ImageFailure): Error {
  const error = new Error(stack);
  return code === undefined ? error : Object.assign(error, { code, path });
}

/** Sets whether this process waits for the other before it ends. */
function keepAlive(child: ChildProcess | null, waits: boolean): void {
  if (waits) child?.ref();
  else child?.unref();
  if (waits) child?.channel?.ref();
  else child?.channel?.unref();
}
