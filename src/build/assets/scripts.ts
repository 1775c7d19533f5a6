// The theme's client code to one module and to the few lines that run before it, or to the mistakes in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildFailure, BuildOptions } from 'esbuild';
import { themeMessages } from '../../locale/theme-messages.ts';
import type { Checked, Problem } from '../../problem/problem.ts';
import { type Asset, hashedAsset } from './asset.ts';
import { packageVersion } from './installed-package.ts';
import { kept } from './kept.ts';

export interface Scripts {
  readonly module: Asset;
  /** Stands in the page itself. */
  readonly early: string;
}

const OPTIONS = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  write: false,
  logLevel: 'silent',
  // The settings of the type check (a file beside the client code) have no say in what is delivered.
  tsconfigRaw: '{}',
} satisfies BuildOptions;

/** `client/main.ts` and `client/early.ts` with all that they import. */
export async function clientScripts(themeDir: string, cacheDir: string): Promise<Checked<Scripts>> {
  const dir = join(themeDir, 'client');
  const names = (readdirSync(dir, { recursive: true }) as string[])
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort();
  const sources = names.map(name => [name, readFileSync(join(dir, name), 'utf8')]);
  const ingredients = [packageVersion('esbuild'), OPTIONS, sources];
  const [main, early] = await Promise.all([
    script(join(dir, 'main.ts'), 'esm', [...ingredients, 'esm'], cacheDir),
    script(join(dir, 'early.ts'), 'iife', [...ingredients, 'iife'], cacheDir),
  ]);
  // esbuild is a program of its own, which would hold its memory for as long as this one runs.
  if (main.made || early.made) (await import('esbuild')).stop();
  if (!main.checked.ok) return main.checked;
  if (!early.checked.ok) return early.checked;
  const text = early.checked.value.toString().trim();
  // It would end the script in which the text stands (HTML, « Restrictions for contents of script elements »).
  if (/<\/script|<!--/i.test(text)) throw new Error('client/early.ts holds what may not stand in a page');
  return { ok: true, value: { module: hashedAsset('quotidien', 'js', main.checked.value), early: text } };
}

/** `made`: esbuild was asked for it; else it was kept. */
async function script(
  entry: string,
  format: 'esm' | 'iife',
  ingredients: readonly unknown[],
  cacheDir: string,
): Promise<{ readonly checked: Checked<Buffer>; readonly made: boolean }> {
  let problems: readonly Problem[] = [];
  let made = false;
  const bytes = await kept(cacheDir, `script.${format}.js`, ingredients, async () => {
    made = true;
    // Imported here and not above: only a build whose client code changed needs it.
    const { build } = await import('esbuild');
    try {
      const { outputFiles } = await build({ ...OPTIONS, format, entryPoints: [entry] });
      return Buffer.from(outputFiles[0]!.contents);
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      problems = error.errors.map(({ location, text }) => ({
        file: location?.file ?? entry,
        line: location?.line ?? 1,
        column: (location?.column ?? 0) + 1,
        rule: 'client-script',
        message: themeMessages.script(location?.lineText.trim() ?? '', text),
      }));
      return null;
    }
  });
  return { checked: bytes === null ? { ok: false, problems } : { ok: true, value: bytes }, made };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
