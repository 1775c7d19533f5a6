// The target of a request, which may hold anything, becomes a file of the site: never one outside of its folder.
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

export type Found =
  | { readonly kind: 'file'; readonly root: string; readonly path: string }
  /** `to` is an address within the site. */
  | { readonly kind: 'redirect'; readonly to: string };

/** What the system says of a path that leads to no file. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/**
 * null: the site has no such file. `path` is below `root`, the folder's own real path; links were followed to where they lead, which
 * is inside. `/chine` finds `chine` or `chine.html`, or is sent to `/chine/` when there is `chine/index.html`; `/chine/` the other way.
 */
export async function findFile(dir: string, target: string): Promise<Found | null> {
  const [, typed = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target)!;
  const names = namesOf(typed);
  if (names === null) return null;
  const root = await unlessAbsent(realpath(dir));
  if (root === null) return null;
  const fileAt = async (...path: readonly string[]): Promise<Found | null> => {
    const inside = await realFile(root, join(...path));
    return inside === null ? null : { kind: 'file', root, path: inside };
  };
  const address = `/${names.map(encodeURIComponent).join('/')}`;
  const page = join(...names, 'index.html');
  if (typed.endsWith('/')) {
    const found = await fileAt(page);
    if (found !== null || names.length === 0) return found;
    return (await fileAt(`${join(...names)}.html`)) && { kind: 'redirect', to: address + query };
  }
  const found = (await fileAt(...names)) ?? (await fileAt(`${join(...names)}.html`));
  return found ?? ((await fileAt(page)) && { kind: 'redirect', to: `${address}/${query}` });
}

/** The folders and the file of an address, decoded; null: no file of a site has such a name. */
function namesOf(typed: string): readonly string[] | null {
  if (!typed.startsWith('/')) return null;
  const parts = typed.slice(1).split('/');
  if (parts.at(-1) === '') parts.pop();
  const names = parts.map(decoded);
  return names.every(name => name !== null) ? names : null;
}

function decoded(part: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(part);
  } catch {
    return null;
  }
  const isName = name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
  return isName ? name : null;
}

/** The real path below `root` of a file there; null: there is none, or it is elsewhere, or a folder, a pipe or a device. */
async function realFile(root: string, path: string): Promise<string | null> {
  const real = await unlessAbsent(realpath(join(root, path)));
  if (real === null) return null;
  const inside = relative(root, real);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return (await unlessAbsent(stat(real)))?.isFile() ? inside : null;
}

async function unlessAbsent<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
