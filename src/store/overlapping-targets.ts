// Two places, as an owner types them, to whether one is the other or lies in it.
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { readTarget, type StoreTarget, WrongTarget } from './read-target.ts';

/** What is written otherwise may still be the same place: two names of one server are not found out. */
export function targetsOverlap(text: string, other: string): boolean {
  const [a, b] = [readTarget(text), readTarget(other)];
  if (a instanceof WrongTarget || b instanceof WrongTarget) return false;
  const [from, to] = [placeOf(a), placeOf(b)];
  return from.host === to.host && (isWithin(from.path, to.path) || isWithin(to.path, from.path));
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

/** With its links followed, as far as it exists. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPath(parent), basename(whole));
}
