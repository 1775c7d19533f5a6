// What was typed after `--snapshots` to the place that is meant: a folder of data, or the state of a publication.
import { statSync } from 'node:fs';
import { storeWords } from '../locale/store-words.ts';
import { openStore } from '../store/open-store.ts';
import { WrongTarget } from '../store/read-target.ts';
import { dataPlace, type SnapshotName, type SnapshotPlace, snapshotFile } from './snapshot-place.ts';
import { snapshotKey, statePlace } from './state-place.ts';

/** Whoever opened it closes it. */
export interface OpenSnapshotPlace extends SnapshotPlace {
  close(): Promise<void>;
}

/** `file:dossier`, `s3://…` and `ssh://…` are states of publications; all else is the path of a folder of data. */
export async function openSnapshotPlace(text: string): Promise<OpenSnapshotPlace | WrongTarget> {
  if (!isTarget(text)) return isFolder(text) ? { ...dataPlace(text), close } : noFolder(text);
  const store = await openStore(text);
  if (store instanceof WrongTarget) return store;
  return { ...statePlace(store), close: () => store.close() };
}

/** A snapshot as messages name it, with the place before it. */
export function snapshotPath(place: string, name: SnapshotName): string {
  const folder = place.replace(isTarget(place) ? /\/*(?:\?.*)?$/ : /\/*$/, '');
  return `${folder}/${isTarget(place) ? snapshotKey(name) : snapshotFile(name)}`;
}

/** One letter before the colon is a disk of Windows. */
function isTarget(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

async function close(): Promise<void> {}

function isFolder(path: string): boolean {
  return path.trim() !== '' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function noFolder(path: string): WrongTarget {
  return new WrongTarget(storeWords.wrongTarget.noDataFolder(path));
}
