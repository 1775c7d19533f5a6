// The thread of a waiting reader: keys in, objects out.
import { workerData } from 'node:worker_threads';
import { type ObjectStore, StoreError } from './object-store.ts';
import { openStore } from './open-store.ts';
import { WrongTarget } from './read-target.ts';
import type { Asked, ReaderData, ReaderReply } from './waiting-reader.ts';

const { target, port, signal } = workerData as ReaderData;
const answered = new Int32Array(signal);
const store = openStore(target);
// Whoever asks is told: a thread that ends of it would let them wait for ever.
store.catch(() => {});

port.addEventListener('message', ({ data }) => {
  void answer(data as readonly Asked[]).then(reply => {
    port.postMessage(reply);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
});
port.start();

async function answer(asked: readonly Asked[]): Promise<ReaderReply> {
  try {
    const opened = await store;
    // Whoever asked has opened the same place before.
    if (opened instanceof WrongTarget) throw opened;
    return { objects: await Promise.all(asked.map(each => bytesOf(opened, each))) };
  } catch (error) {
    const { failure, place, detail } =
      error instanceof StoreError ? error : new StoreError('other', target, String(error));
    return { failure, place, detail };
  }
}

async function bytesOf(store: ObjectStore, asked: Asked): Promise<Uint8Array | null> {
  if (typeof asked !== 'string') return store.readPiece(asked.key, asked);
  return (await store.read(asked))?.bytes ?? null;
}
