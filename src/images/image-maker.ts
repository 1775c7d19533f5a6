// Photographs and cards to files in the cache, made in a process of its own: what decoders and encoders leave behind is not this one's.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { WantedImage } from './make-photograph.ts';
import type { Photograph } from './photograph.ts';
import type { CardFonts, SocialCardDesign } from './social-card.ts';

/** One photograph and what is to be made of it: plain JSON data. */
export interface PhotographJob {
  /** Where its file is. */
  readonly path: string;
  readonly photograph: Photograph;
  readonly wanted: readonly WantedImage[];
  readonly cacheDir: string;
}

/** Cards for social networks, and the fonts to print them with: the same in all jobs of one maker. */
export interface CardsJob {
  readonly cards: readonly { readonly url: string; readonly design: SocialCardDesign }[];
  readonly fonts: CardFonts;
  readonly cacheDir: string;
}

export interface ImageMaker {
  /**
   * Puts all files that are wanted into the cache, and gives how many; null when the file is gone or no longer the
   * photograph that was looked at. Two jobs at once are enough: one is decoded while files of the other are encoded.
   */
  make(job: PhotographJob): Promise<number | null>;
  /** Puts all cards into the cache, and gives how many. */
  print(job: CardsJob): Promise<number | null>;
  /** Ends the process, and the jobs that are not done. */
  close(): void;
}

/** Each message to the process, and its answer. */
export type ImageRequest = { readonly id: number } & (
  | { readonly photograph: PhotographJob }
  | { readonly cards: CardsJob }
);
export type ImageReply =
  | { readonly id: number; readonly made: number | null }
  | { readonly id: number; readonly failure: string };

/** What can only be asked for when a process starts. */
const ENVIRONMENT = {
  /**
   * glibc gives each thread a heap of its own and keeps, in pieces, what was freed in them: after 90 photographs of
   * 12 megapixels 1.2 GB for 0.2 GB in use. With one heap for all (mallopt(3), `M_ARENA_MAX`) there are never more than
   * 0.4 GB. Other libraries of C ignore it.
   */
  MALLOC_ARENA_MAX: '1',
  /** Files are read and encoded in threads of libuv, which are four otherwise, however many cores there are. */
  UV_THREADPOOL_SIZE: String(availableParallelism() + 2),
};

const ENTRY = new URL('./image-maker-process.ts', import.meta.url);

/** The process is started with the first job, and holds up nobody's end. `entry` is what it runs. */
export function startImageMaker(entry: URL = ENTRY): ImageMaker {
  const jobs = new Map<number, PromiseWithResolvers<number | null>>();
  let child: ChildProcess | null = null;
  let next = 0;

  const started = (): ChildProcess => {
    if (child) return child;
    // Fonts go as bytes, which JSON would turn into lists of numbers.
    child = fork(entry, { execArgv: [], env: { ...process.env, ...ENVIRONMENT }, serialization: 'advanced' });
    child.on('message', (reply: ImageReply) => {
      const job = jobs.get(reply.id);
      jobs.delete(reply.id);
      if ('failure' in reply) job?.reject(new Error(reply.failure));
      else job?.resolve(reply.made);
      if (jobs.size === 0) hold(child, false);
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
    const running = started();
    const waiting = Promise.withResolvers<number | null>();
    const id = next++;
    jobs.set(id, waiting);
    hold(running, true);
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

/** Whether this process waits for the other before it ends. */
function hold(child: ChildProcess | null, waits: boolean): void {
  if (waits) child?.ref();
  else child?.unref();
  if (waits) child?.channel?.ref();
  else child?.channel?.unref();
}
