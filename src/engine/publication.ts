// Where a build is sent instead of a folder of this machine, with what every machine that publishes there knows.
import type { ObjectStore } from '../store/object-store.ts';
import type { WaitingReader } from '../store/waiting-reader.ts';
import type { Memory } from './memory/memory.ts';
import type { Origin } from './memory/parts.ts';
import type { PublicationLock } from './state/held-lock.ts';
import type { State } from './state/state.ts';
import type { PublishedCommit } from './state/state-root.ts';

export interface Publication {
  readonly store: ObjectStore;
  /** By its `placeName`. */
  readonly target: string;
  /** Of the same place. */
  readonly reader: WaitingReader;
  readonly state: State;
  readonly lock: PublicationLock;
  /** Below which folder it is sent, to be looked at; null: it is the site itself. Nothing of a preview is remembered. */
  readonly preview: string | null;
  /** Whether nothing stands there yet. */
  readonly isEmpty: boolean;
  /** Is told of addresses at which somebody else had put something. */
  readonly onOverwritten: (url: string) => void;
  /** Of all that the site is made from; null: of files that may change. */
  readonly contentKey: string | null;
  /** Of the code, the theme and `_data`. */
  readonly project: string;
  /** null: of files. */
  readonly commit: PublishedCommit | null;
  /** Nothing is sent: what would be done is told. */
  readonly isRehearsal: boolean;
  /** Before the first is sent. Throws `StatePublic` when anybody can read the state of a site at this address. */
  readonly checkHidden: (memory: Memory, baseUrl: string) => Promise<void>;
}

/** @param full whatever is known there is forgotten. */
export function originOf({ state, lock }: Publication, full: boolean): Origin {
  if (full) state.distrust();
  return {
    tables: full ? null : (state.root?.tables ?? null),
    suspects: lock.suspects,
    part: hash => state.part(hash),
    prefetch: hashes => state.prefetch(hashes),
  };
}
