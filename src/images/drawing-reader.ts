// SVG files become the facts of photographs in a process of their own, which a drawing that takes too much time or memory ends.
import { type ChildProcess, fork } from 'node:child_process';
import { DRAWING_LIMITS } from './drawing-limits.ts';
import { photographMistakes } from './photograph-mistakes.ts';
import type { PhotographReading } from './read-photograph.ts';

export interface DrawingReader {
  /** As `readPhotograph`. Drawings wait for each other, so that what each takes is known. */
  read(bytes: Buffer, name: string): Promise<PhotographReading>;
  /** Ends the process. A drawing that is being read fails. */
  close(): void;
}

export interface DrawingQuestion {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** `ready` is said once: from then on only a drawing can end the process. */
export type DrawingAnswer = 'ready' | PhotographReading;

const ENTRY = new URL('./drawing-reader-process.ts', import.meta.url);

/** As for the process that makes images: one heap for all threads, so that what a drawing held is given back. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1' };

/** Starts the process with the first drawing. It does not keep the calling process alive. */
export function startDrawingReader(limits = DRAWING_LIMITS): DrawingReader {
  let running: Promise<ChildProcess> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const refuseClosed = (): void => {
    if (closed) throw new Error('The process of drawings was closed');
  };
  const readNow = async (bytes: Buffer, name: string): Promise<PhotographReading> => {
    refuseClosed();
    running ??= startProcess(JSON.stringify(limits));
    const reading = await ask(await running, { bytes, name });
    if (reading !== null) return reading;
    running = null;
    refuseClosed();
    return { ok: false, mistake: photographMistakes.svgHeavy(name) };
  };

  return {
    read(bytes, name) {
      const reading = last.then(() => readNow(bytes, name));
      last = reading.catch(() => {});
      return reading;
    },
    close() {
      closed = true;
      void running?.then(
        child => child.kill('SIGKILL'),
        () => {},
      );
    },
  };
}

function startProcess(limits: string): Promise<ChildProcess> {
  const starting = Promise.withResolvers<ChildProcess>();
  const child = fork(ENTRY, [limits], {
    execArgv: [],
    env: { ...process.env, ...ENVIRONMENT },
    serialization: 'advanced',
  });
  child.once('message', () => {
    child.unref();
    child.channel?.unref();
    starting.resolve(child);
  });
  child.once('error', starting.reject);
  child.once('exit', (code, signal) =>
    starting.reject(new Error(`The process of drawings ended (${signal ?? code})`)),
  );
  return starting.promise;
}

/** null: the process ended instead of answering. */
async function ask(child: ChildProcess, question: DrawingQuestion): Promise<PhotographReading | null> {
  const waiting = Promise.withResolvers<PhotographReading | null>();
  const answered = (reading: PhotographReading): void => waiting.resolve(reading);
  const ended = (): void => waiting.resolve(null);
  child.once('message', answered);
  child.once('exit', ended);
  child.ref();
  child.channel?.ref();
  if (child.exitCode !== null || child.signalCode !== null) ended();
  else child.send(question, () => {});
  const reading = await waiting.promise;
  child.off('message', answered);
  child.off('exit', ended);
  child.unref();
  child.channel?.unref();
  return reading;
}
