// A place to the one beside it, which nobody who reads the first one reaches.
import { readTarget, WrongTarget } from './read-target.ts';

/** `s3://bucket/site` to `s3://bucket/site.state`; null: the place is a whole bucket, and has nothing beside it. */
export function siblingTarget(text: string, suffix: string): string | null {
  const target = readTarget(text);
  if (target instanceof WrongTarget || (target.kind === 'bucket' && target.prefix === '')) return null;
  const [, path = '', query = ''] = /^([^?]*)(\?.*)?$/.exec(text) ?? [];
  // Of a folder `?` is a character as any other.
  return target.kind === 'bucket' ? withSuffix(path, suffix) + query : withSuffix(text, suffix);
}

function withSuffix(path: string, suffix: string): string {
  return path.replace(/\/+$/, '') + suffix;
}
