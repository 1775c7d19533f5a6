// A few files to a tree on disk and what a proof finds in it. Pages are right in every respect but what a test changes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Proof, type ProofOptions, prove } from '../../src/proof/prove.ts';
import type { RuleName } from '../../src/proof/rule.ts';

/** By paths within the tree. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const BASE = 'https://exemple.fr';

export interface PageParts {
  readonly title?: string;
  /** Within `head`, beside what every page has. */
  readonly head?: string;
  readonly data?: string;
  readonly body?: string;
  readonly lang?: string;
  readonly base?: string;
}

/** @param path of the file, from which its canonical address follows. */
export function page(path: string, parts: PageParts = {}): string {
  const { title = `La page ${path}`, head = '', body = '', lang = 'fr', base = BASE } = parts;
  const address = `${base}/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
  const data =
    parts.data ??
    `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"Page"}]}</script>`;
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"><meta name="description" content="De quoi il s’agit."><link rel="canonical" href="${address}">${data}${head}</head><body><h1>Un titre</h1>${body}</body></html>`;
}

export interface Tree extends Disposable {
  readonly dir: string;
}

export function treeOf(files: Files): Tree {
  const dir = mkdtempSync(join(tmpdir(), 'proof-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

export function proofOf(dir: string, options: Partial<ProofOptions> = {}): Promise<Proof> {
  return prove({
    root: dir,
    baseUrl: null,
    budget: 50_000,
    against: null,
    sent: null,
    askOutside: null,
    threads: 0,
    ...options,
  });
}

/** What a proof found, as lines: the rule, the sentence, the first page. */
export function linesOf({ rules }: Proof): readonly string[] {
  return rules.flatMap(({ rule, findings }) =>
    findings.map(({ what, first }) => `${rule}: ${what} ${first[0]}`),
  );
}

export async function foundIn(files: Files, options: Partial<ProofOptions> = {}): Promise<readonly string[]> {
  using tree = treeOf(files);
  return linesOf(await proofOf(tree.dir, options));
}

export function resultOf({ rules }: Proof, name: RuleName) {
  return rules.find(({ rule }) => rule === name)!;
}
