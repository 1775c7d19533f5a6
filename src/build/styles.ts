// The theme's style sheets to one file with a hash in its address, so that it can be cached for ever.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../hash/hash.ts';

export interface Asset {
  readonly url: string;
  readonly bytes: Buffer;
}

/** Every sheet of `theme/styles`, by name; each declares the order of the cascade's layers, so the order is free. */
export function bundledStyles(themeDir: string): Asset {
  const dir = join(themeDir, 'styles');
  const names = readdirSync(dir)
    .filter(name => name.endsWith('.css'))
    .sort();
  const bytes = Buffer.concat(names.map(name => readFileSync(join(dir, name))));
  return { url: `/assets/quotidien.${hashOf(bytes).slice(0, 12).toLowerCase()}.css`, bytes };
}
