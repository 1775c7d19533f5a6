// A connection that is cut at a certain request: that one fails, done or not, and so do all that follow.
import { type ObjectStore, StoreError } from '../../src/store/object-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { WrongTarget } from '../../src/store/read-target.ts';

export interface CutConnection {
  /** For `publishSite`. */
  readonly open: typeof openStore;
  /** Whether that many requests were made at all. */
  readonly isCut: () => boolean;
}

/** Cut when an object is going to be put. */
export function cutBefore(key: string): typeof openStore {
  return cutAt(key, false);
}

/** Cut once an object was put. */
export function cutAfter(key: string): typeof openStore {
  return cutAt(key, true);
}

function cutAt(key: string, isDone: boolean): typeof openStore {
  let isCut = false;
  const request = async <T>(place: string, act: () => Promise<T>): Promise<T> => {
    if (isCut) throw new StoreError('unreachable', place, 'the connection was cut');
    return await act();
  };
  return async target => {
    const store = await openStore(target);
    if (store instanceof WrongTarget) return store;
    return {
      ...store,
      read: other => request(store.place, () => store.read(other)),
      readPiece: (other, piece) => request(store.place, () => store.readPiece(other, piece)),
      look: other => request(store.place, () => store.look(other)),
      remove: keys => request(store.place, () => store.remove(keys)),
      async put(...object) {
        if (!isDone) isCut ||= object[0] === key;
        const tag = await request(store.place, () => store.put(...object));
        isCut ||= object[0] === key;
        return tag;
      },
    };
  };
}

/** @param isDone whether the store did what it was asked for, and only its answer got lost. */
export function cutConnection(at: number, isDone: boolean): CutConnection {
  let requests = 0;
  const request = async <T>(place: string, act: () => Promise<T>): Promise<T> => {
    const number = requests++;
    const cut = new StoreError('unreachable', place, 'the connection was cut');
    if (number > at || (number === at && !isDone)) throw cut;
    const answer = await act();
    if (number === at) throw cut;
    return answer;
  };
  const wrap = (store: ObjectStore): ObjectStore => ({
    place: store.place,
    get takesFiles() {
      return store.takesFiles;
    },
    hasConditions: () => store.hasConditions(),
    read: key => request(store.place, () => store.read(key)),
    readPiece: (key, piece) => request(store.place, () => store.readPiece(key, piece)),
    look: key => request(store.place, () => store.look(key)),
    put: (...object) => request(store.place, () => store.put(...object)),
    // Some of them may be gone already.
    remove: async keys => {
      for (const key of keys) await request(store.place, () => store.remove([key]));
    },
    async *list(prefix) {
      await request(store.place, async () => {});
      yield* store.list(prefix);
    },
    keptHeaders: store.keptHeaders && {
      areAs: (...object) => request(store.place, () => store.keptHeaders!.areAs(...object)),
      replace: (...object) => request(store.place, () => store.keptHeaders!.replace(...object)),
    },
    close: () => store.close(),
  });
  return {
    open: async target => {
      const store = await openStore(target);
      return store instanceof WrongTarget ? store : wrap(store);
    },
    isCut: () => requests > at,
  };
}
