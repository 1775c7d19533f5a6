// What stopped a build to the mistake in the code or the templates of the site's owner that made it stop, if it is theirs.
import { readFileSync, realpathSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { themeMessages } from '../locale/theme-messages.ts';
import type { Problem } from '../problem/problem.ts';
import { filesBelow } from '../source/files-below.ts';
import { importedFiles, MODULE_ENDINGS } from '../source/imported-files.ts';
import { type Position, positionAt } from '../source/position.ts';
import { type Failure, failureOf } from './threads/failure.ts';

/** Where an owner's code and templates are. */
export interface OwnersPlaces {
  readonly themeDir: string;
  readonly dataDir: string;
  /** The path of Eleventy's settings. */
  readonly eleventyConfig: string;
}

/** None: the error is of another kind. Files are told from where the command runs. */
export async function codeMistakes(error: unknown, places: OwnersPlaces): Promise<readonly Problem[]> {
  const failure = failureOf(error);
  const modules = ownersModules(places);
  const inModule = missingImport(failure, modules) ?? throwingModule(failure, modules);
  if (inModule !== null) return [inModule];
  const inTemplates = placedMistakes(failure);
  if (inTemplates.length > 0) return inTemplates;
  const mistake = stoppedTemplate(failure, places) ?? (await wrongSyntax(failure, modules));
  return mistake === null ? [] : [mistake];
}

/** Of what `error` says of code that could not be loaded; `files` are paths of the modules that may be to blame. */
export async function moduleMistakes(
  error: Pick<Error, 'message' | 'stack'>,
  files: readonly string[],
): Promise<readonly Problem[]> {
  const failure = failureOf(Object.assign(new Error(error.message), { stack: error.stack }));
  const modules = new Set(
    files.map(realPath).filter(path => path !== null && MODULE_ENDINGS.has(extname(path))),
  ) as ReadonlySet<string>;
  const mistake =
    (await wrongSyntax(failure, modules)) ??
    missingImport(failure, modules) ??
    throwingModule(failure, modules);
  return mistake === null ? [] : [mistake];
}

function placedMistakes({ places = [] }: Failure): readonly Problem[] {
  return places.flatMap(({ file, line, column, detail }): Problem | [] => {
    const path = realPath(file);
    if (path === null) return [];
    const written = readFileSync(path, 'utf8').split('\n')[line - 1] ?? '';
    return templateProblem(path, { line, column }, stoppedWords(written.trim(), detail));
  });
}

function stoppedWords(written: string, detail: string): string {
  const called = CALLED.exec(detail)?.[1];
  if (called !== undefined) return themeMessages.notAFunction(namesCalled(called).join('.'));
  const missing = /template not found: (.+)/.exec(detail)?.[1];
  if (missing !== undefined) return themeMessages.templateMissing(missing);
  const unknown = /unknown block tag: (\w+)/.exec(detail)?.[1];
  if (unknown !== undefined) return themeMessages.templateTag(unknown);
  if (detail.startsWith('template names must be a string')) return themeMessages.templateUnnamed();
  return themeMessages.stoppedHere(written, detail);
}

/** `view["title"]` is what Nunjucks makes of `view.title`. */
function namesCalled(called: string): readonly string[] {
  return called.replace(/\["([^"\]]*)"\]/g, '.$1').split('.');
}

/** The modules of data and of an owner's pages, all that these import, and Eleventy's settings. */
function ownersModules({ themeDir, dataDir, eleventyConfig }: OwnersPlaces): ReadonlySet<string> {
  const modules = [dataDir, join(themeDir, 'eleventy')]
    .flatMap(filesBelow)
    .filter(({ file, isFile }) => isFile && MODULE_ENDINGS.has(extname(file)))
    .map(({ path }) => path);
  const all = [...modules, ...importedFiles(modules), eleventyConfig].map(path => realPath(path));
  return new Set(all.filter(path => path !== null));
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** A path, or a file's address, as stacks have them. */
function pathOf(named: string): string {
  return named.startsWith('file:') ? fileURLToPath(named) : resolve(named);
}

const NOT_FOUND = /Cannot find (?:module|package) '([^'\n]+)' imported from ([^\n]+)/;

function missingImport({ stack }: Failure, modules: ReadonlySet<string>): Problem | null {
  const [, sought, importer] = NOT_FOUND.exec(stack) ?? [];
  const file = importer === undefined ? null : pathOf(importer.trim().replace(/^'|'$/g, ''));
  if (file === null || sought === undefined || !modules.has(file)) return null;
  const name = sought.split(/[\\/]/).at(-1)!;
  const at = Math.max(0, readFileSync(file, 'utf8').indexOf(name));
  return problemIn(file, positionAt(readFileSync(file, 'utf8'), at, 1), themeMessages.missingImport(name));
}

/** `    at default (file:///…/_data/taux.js:2:9)` */
const FRAME = /^\s+at (?:.*\()?((?:file:\/\/)?[^()\n]+?):(\d+):(\d+)\)?$/gm;

function throwingModule({ stack, detail }: Failure, modules: ReadonlySet<string>): Problem | null {
  for (const [, named, line, column] of stack.matchAll(FRAME)) {
    if (named!.startsWith('node:')) continue;
    const file = pathOf(named!);
    if (!modules.has(file)) continue;
    const written = readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '';
    const message = themeMessages.stoppedCode(written.trim(), detail);
    return problemIn(file, { line: Number(line), column: Number(column) }, message);
  }
  return null;
}

const CALLED = /Unable to call `([^`\n]+)`/;

/** `(archive/article.njk) [Line 12, Column 10]`, or the template's path where Eleventy renders. */
const TEMPLATE = /\(([^()\n]+\.njk)\)/;

/** One that did not stop again when its place was looked for. */
function stoppedTemplate({ stack, detail }: Failure, { themeDir }: OwnersPlaces): Problem | null {
  const named = stack.includes('emplate render error') ? TEMPLATE.exec(stack)?.[1] : undefined;
  if (named === undefined) return null;
  const inTheme = realPath(join(themeDir, named)) ?? realPath(named);
  if (inTheme === null) return null;
  return templateProblem(inTheme, { line: 1, column: 1 }, themeMessages.stoppedTemplate(detail));
}

/** Node does not say where the syntax of a module is wrong; esbuild does. */
async function wrongSyntax({ stack }: Failure, modules: ReadonlySet<string>): Promise<Problem | null> {
  if (!/SyntaxError|ERR_INVALID_TYPESCRIPT_SYNTAX/.test(stack)) return null;
  const { transform, stop } = await import('esbuild');
  try {
    for (const file of modules) {
      const loader = /\.[cm]?ts$/.test(file) ? 'ts' : 'js';
      const found = await transform(readFileSync(file, 'utf8'), { loader, logLevel: 'silent' }).then(
        () => null,
        ({ errors }: { readonly errors?: readonly SyntaxMistake[] }) => errors?.[0] ?? null,
      );
      if (found === null) continue;
      const { line = 1, column = 0, lineText = '' } = found.location ?? {};
      return problemIn(file, { line, column: column + 1 }, themeMessages.script(lineText.trim(), found.text));
    }
    return null;
  } finally {
    stop();
  }
}

/** What we use of a mistake that esbuild finds. */
interface SyntaxMistake {
  readonly text: string;
  readonly location: { readonly line: number; readonly column: number; readonly lineText: string } | null;
}

function problemIn(file: string, position: Position, message: string): Problem {
  return { file: shown(file), ...position, rule: 'own-code', message };
}

function templateProblem(file: string, position: Position, message: string): Problem {
  return { file: shown(file), ...position, rule: 'template', message };
}

function shown(file: string): string {
  return relative(process.cwd(), file).replaceAll(sep, '/');
}
