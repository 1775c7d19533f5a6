// Objects for who can't wait by turns: those of a folder are read at once; elsewhere a thread of its own reads them, and this one sleeps meanwhile.
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { openFolderReader } from './folder-reader.ts';
import { type Piece, StoreError, type StoreFailure } from './object-store.ts';
import { readTarget, WrongTarget } from './read-target.ts';

export interface WaitingReader {
  /** Many at once, whole or in pieces, in the order in which they are asked for; null: there is no such object. Throws `StoreError`. */
  read(asked: readonly Asked[]): readonly (Uint8Array | null)[];
  close(): Promise<void>;
}

/** A key, or a key with a piece of its object. */
export type Asked = string | ({ readonly key: string } & Piece);

/** What the thread answers. */
export type ReaderReply =
  | { readonly objects: readonly (Uint8Array | null)[] }
  | { readonly failure: StoreFailure; readonly place: string; readonly detail: string };

/** What the thread is given: where to read, by which port it is asked, and what wakes whoever asked. */
export interface ReaderData {
  readonly target: string;
  readonly port: MessagePort;
  readonly signal: SharedArrayBuffer;
}

/** A store gives up before, in ms: the thread has ended, and this one would sleep for ever. */
const PATIENCE = 10 * 60_000;

/** `target` as for `openStore`. */
export function openWaitingReader(target: string): WaitingReader {
  const read = readTarget(target);
  return !(read instanceof WrongTarget) && read.kind === 'folder'
    ? openFolderReader(read.place, read.path)
    : readerInThread(target);
}

/** The thread starts at once: with the client of a store it takes as long as the state takes to be found. */
function readerInThread(target: string): WaitingReader {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const answered = new Int32Array(signal);
  let questions = 0;
  const start = (): Worker => {
    const workerData = { target, port: port2, signal };
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData,
      transferList: [port2],
    });
    worker.unref();
    return worker;
  };
  port1.unref();
  const thread = start();
  return {
    read(asked) {
      if (asked.length === 0) return [];
      questions++;
      port1.postMessage(asked);
      while (Atomics.load(answered, 0) < questions)
        if (Atomics.wait(answered, 0, questions - 1, PATIENCE) === 'timed-out')
          throw new StoreError('unreachable', target, `${PATIENCE / 1000} s`);
      const reply = receiveMessageOnPort(port1)!.message as ReaderReply;
      if ('failure' in reply) throw new StoreError(reply.failure, reply.place, reply.detail);
      return reply.objects;
    },
    async close() {
      port1.close();
      await thread.terminate();
    },
  };
}
