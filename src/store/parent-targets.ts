// A place as an owner types it to the places in which it lies, the nearest first.
import { dirname } from 'node:path';
import { readTarget, WrongTarget } from './read-target.ts';
import { realPath } from './real-path.ts';

/** `s3://bucket/a/b` to `s3://bucket/a` and `s3://bucket`, with its settings. */
export function parentTargets(text: string): readonly string[] {
  const target = readTarget(text);
  if (target instanceof WrongTarget) return [];
  switch (target.kind) {
    case 'folder':
      return foldersAbove(realPath(target.path)).map(path => `file:${path}`);
    case 'bucket': {
      const [, query = ''] = /(\?.*)$/.exec(text) ?? [];
      const parts = target.prefix === '' ? [] : target.prefix.split('/');
      const above = parts.map((_, at) => [target.bucket, ...parts.slice(0, at)].join('/')).reverse();
      return above.map(path => `s3://${path}${query}`);
    }
    case 'server': {
      const host = text.slice(0, text.indexOf('/', 'ssh://'.length));
      const isBelowHome = !target.path.startsWith('/');
      const above = foldersAbove(isBelowHome ? `/${target.path}` : target.path).filter(path => path !== '/');
      return above.map(path => `${host}${isBelowHome ? '/~' : ''}${path}`);
    }
  }
}

function foldersAbove(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}
