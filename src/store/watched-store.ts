// What goes to stores and comes from them, counted, and ended when its user breaks it off.
import type { ObjectStore } from './object-store.ts';
import type { WaitingReader } from './waiting-reader.ts';

export interface Traffic {
  /** Objects that were put, and removed. */
  readonly put: number;
  readonly removed: number;
  /** Of objects, not of what carries them. */
  readonly bytesRead: number;
}

export interface TrafficWatch {
  store(store: ObjectStore): ObjectStore;
  /** The same for what is to be said after the end, too. */
  endless(store: ObjectStore): ObjectStore;
  reader(reader: WaitingReader): WaitingReader;
  /** So far. */
  traffic(): Traffic;
  /** From now on nothing more is changed: who asks for it waits until the process ends. Ends when what was on its way is there. */
  stop(): Promise<void>;
}

export function watchTraffic(): TrafficWatch {
  let put = 0;
  let removed = 0;
  let bytesRead = 0;
  let isStopped = false;
  const onTheirWay = new Set<Promise<unknown>>();
  const stoppable = async <T>(act: () => Promise<T>): Promise<T> => {
    if (isStopped) return new Promise<T>(() => {});
    const changing = act();
    onTheirWay.add(changing);
    try {
      return await changing;
    } finally {
      onTheirWay.delete(changing);
    }
  };
  const watched = (store: ObjectStore, change: typeof stoppable): ObjectStore => ({
    place: store.place,
    get takesFiles() {
      return store.takesFiles;
    },
    hasConditions: () => store.hasConditions(),
    look: key => store.look(key),
    list: prefix => store.list(prefix),
    keptHeaders: store.keptHeaders && {
      areAs: (key, headers) => store.keptHeaders!.areAs(key, headers),
      replace: (...object) => change(() => store.keptHeaders!.replace(...object)),
    },
    close: () => store.close(),
    async read(key) {
      const found = await store.read(key);
      bytesRead += found?.bytes.length ?? 0;
      return found;
    },
    async readPiece(key, piece) {
      const found = await store.readPiece(key, piece);
      bytesRead += found?.length ?? 0;
      return found;
    },
    put: (...object) =>
      change(async () => {
        const tag = await store.put(...object);
        if (tag !== null) put++;
        return tag;
      }),
    remove: keys =>
      change(async () => {
        await store.remove(keys);
        removed += keys.length;
      }),
  });
  return {
    store: store => watched(store, stoppable),
    endless: store => watched(store, act => act()),
    reader: reader => ({
      read(asked) {
        const found = reader.read(asked);
        for (const bytes of found) bytesRead += bytes?.length ?? 0;
        return found;
      },
      close: () => reader.close(),
    }),
    traffic: () => ({ put, removed, bytesRead }),
    async stop() {
      isStopped = true;
      await Promise.allSettled(onTheirWay);
    },
  };
}
