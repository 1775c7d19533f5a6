// The name of a package to where it is installed, and to the version that makes what it makes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { atHand } from '../../cache/at-hand.ts';

/** More than make anything. */
const MOST_PACKAGES = 20;

const require = createRequire(import.meta.url);

/** A file of an installed package, wherever npm put it. */
export function packageFile(name: string, file: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const dir = join(folder, name);
    try {
      readFileSync(join(dir, 'package.json'));
      return join(dir, file);
    } catch {
      // Not in this node_modules: in one further up.
    }
  }
  throw new Error(`${name} is not installed`);
}

/** An ingredient of whatever the package makes. A process that has begun goes on with the packages that it began with. */
export const packageVersion = atHand(name => {
  const { version } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8'));
  return `${name}@${version as string}`;
}, MOST_PACKAGES);
