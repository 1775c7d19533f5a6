// The scripts of the service's own pages, from TypeScript to what browsers run: each once, when a page first asks for it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const made = new Map<string, Promise<string>>();

/** `name`: a file of `client`, without its ending. */
export function pageScript(name: 'keyboard' | 'passkey'): Promise<string> {
  const known = made.get(name) ?? make(name);
  made.set(name, known);
  return known;
}

async function make(name: string): Promise<string> {
  const { stop, transform } = await import('esbuild');
  const text = await readFile(join(import.meta.dirname, 'client', `${name}.ts`), 'utf8');
  const { code } = await transform(text, {
    loader: 'ts',
    target: 'es2022',
    charset: 'utf8',
    tsconfigRaw: '{}',
  });
  // esbuild is a program of its own, which would hold its memory for as long as this one runs.
  await stop();
  return code;
}
