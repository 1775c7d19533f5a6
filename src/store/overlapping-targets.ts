// Two places, as an owner types them, to whether one is the other or lies in it.
import { sep } from 'node:path';
import { readTarget, type StoreTarget, WrongTarget } from './read-target.ts';
import { realPath } from './real-path.ts';

/** What is written otherwise may still be the same place: two names of one server are not found out. */
export function targetsOverlap(text: string, other: string): boolean {
  const [a, b] = [readTarget(text), readTarget(other)];
  if (a instanceof WrongTarget || b instanceof WrongTarget) return false;
  const [from, to] = [placeOf(a), placeOf(b)];
  return from.host === to.host && (isWithin(from.path, to.path) || isWithin(to.path, from.path));
}

/** One name for whatever is typed of one place: without users, ports and settings. Two names of one server stay two. */
export function placeName(text: string): string {
  const target = readTarget(text);
  if (target instanceof WrongTarget) return text;
  const { host, path } = placeOf(target);
  const [kind = '', name = ''] = host.split(' ');
  return host === '' ? `file:${path.slice(0, -1) || '/'}` : `${kind}://${name}${path.slice(0, -1)}`;
}

/** Paths begin and end with `/`. */
function placeOf(target: StoreTarget): { readonly host: string; readonly path: string } {
  switch (target.kind) {
    case 'folder':
      return { host: '', path: `${realPath(target.path).split(sep).join('/').replace(/\/$/, '')}/` };
    case 'bucket':
      return { host: `s3 ${target.bucket}`, path: target.prefix === '' ? '/' : `/${target.prefix}/` };
    case 'server':
      return { host: `ssh ${hostOf(target.destination)}`, path: `${target.path}/` };
  }
}

function hostOf(destination: string): string {
  return destination.slice(destination.lastIndexOf('@') + 1).toLowerCase();
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder);
}
