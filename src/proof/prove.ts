// A folder with a built site to what a stranger finds wrong in it: pages are read in the order in which links lead to them, by several threads, and none is kept.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUALITY_URL } from '../address/addresses.ts';
import { siteFolder } from '../address/site-place.ts';
import { proofWords } from '../locale/proof-words.ts';
import type { Batch } from './batch.ts';
import { type Crew, openCrew } from './crew.ts';
import { textOfPage } from './reading/open-page.ts';
import { readPage } from './reading/read-page.ts';
import type { Gathering, Rule, RuleName } from './rule.ts';
import { collectingOutside } from './rules/external-link.ts';
import { RULES } from './rules/rules.ts';
import { type Finding, type Tally, tally } from './tally.ts';
import { addAddress, sharedTable } from './tree/address-table.ts';
import { addressOfFile, isPage } from './tree/file-address.ts';
import { listFiles, type TreeFile } from './tree/file-list.ts';
import { readRedirects } from './tree/redirects.ts';
import { type ReadHeaders, readHeadersFile, valuesForAll } from './tree/sent-headers.ts';
import { openTree, type Tree, type TreeData } from './tree/tree.ts';

export interface ProofOptions {
  /** The folder. */
  readonly root: string;
  /** Where it is published, `https://exemple.fr/journal`; null: its home page says it, or nobody. */
  readonly baseUrl: string | null;
  /** In bytes, of a page with all that it loads but photographs. */
  readonly budget: number;
  /** Another build of the same, whose bytes are to be the same. */
  readonly against: string | null;
  /** What a host is told beside the tree, instead of its `_headers`. */
  readonly sent: TreeData['sent'];
  /** Looks up the links to other sites, when somebody wants it: each with the pages that have it, and what to tell. */
  readonly askOutside: AskOutside | null;
  /** None: this thread alone, for small trees. */
  readonly threads: number;
}

export type AskOutside = (
  urls: readonly string[],
  tell: { looked(): void; found(url: string, what: string): void },
) => Promise<void>;

export interface ProofOfRule {
  readonly rule: RuleName;
  readonly severity: Rule['severity'];
  /** false: nobody asked for it. */
  readonly isAsked: boolean;
  readonly looked: number;
  /** On all pages together. */
  readonly count: number;
  readonly findings: readonly Finding[];
  readonly leftOut: number;
}

export interface Proof {
  readonly pages: number;
  readonly files: number;
  readonly rules: readonly ProofOfRule[];
}

/** Files in one message: enough that messages cost little beside the work. */
const BATCH = 24;
export async function prove(options: ProofOptions): Promise<Proof> {
  const files = listFiles(options.root);
  const data = treeData(files, options);
  const tree = openTree(data);
  const addresses = files.map(({ path }) => addressOfFile(path));
  const outside = new Map<string, string[]>();
  const rules =
    options.askOutside === null
      ? RULES
      : RULES.map(rule => (rule.name === 'external-link' ? collectingOutside(outside) : rule));
  const gatherings = new Map(
    rules.flatMap(rule => (rule.gather ? [[rule.name, rule.gather(tree)] as const] : [])),
  );
  const all = tally();
  const crew = openCrew(
    options.threads,
    { tree: data, collectsOutside: options.askOutside !== null },
    done => {
      all.add(done.told);
      for (const [rule, address, note] of done.told.notes) gatherings.get(rule)?.take(address, note);
    },
  );
  try {
    await readPages(files, tree, crew);
    await readFiles(files, crew);
    await readAgain(files, gatherings, crew);
    if (options.against !== null) await compare(files, options.against, crew, all);
  } finally {
    await crew.close();
  }
  if (options.askOutside !== null) await askOutside(options.askOutside, outside, all);
  end(gatherings, addresses, all);
  const pages = addresses.filter(address => isPage(address) || address.endsWith('/'));
  if (pages.length === 0) all.found('readable', proofWords.found.readable.noPage, '/');
  const isCounted = (address: string): boolean => address !== QUALITY_URL;
  return {
    pages: pages.filter(isCounted).length,
    files: addresses.filter(isCounted).length,
    rules: RULES.map(rule => proofOf(rule, all, isAsked(rule.name, options))),
  };
}

function isAsked(rule: RuleName, { against, askOutside }: ProofOptions): boolean {
  if (rule === 'same-bytes') return against !== null;
  return rule !== 'external-link' || askOutside !== null;
}

function proofOf({ name, severity }: Rule, all: Tally, asked: boolean): ProofOfRule {
  return {
    rule: name,
    severity,
    isAsked: asked,
    looked: all.lookedOf(name),
    count: all.countOf(name),
    findings: all.findingsOf(name),
    leftOut: all.leftOut(name),
  };
}

function treeData(files: readonly TreeFile[], { root, baseUrl, budget, sent }: ProofOptions): TreeData {
  const table = sharedTable(files.length);
  files.forEach(({ path }, file) => {
    addAddress(table, addressOfFile(path), file);
  });
  // After all others: a file has its own address, whatever else leads to it.
  files.forEach(({ path }, file) => {
    addAddress(table, `/${path}`, file);
  });
  const url = baseUrl ?? baseSaid(root);
  const folder = url === null ? '' : siteFolder(url);
  const headers = sent ?? headersIn(root);
  return {
    root,
    origin: url === null ? null : new URL(url).origin,
    folder,
    table,
    redirects: readRedirects(textIn(root, '_redirects')),
    hasSitemap: existsSync(join(root, 'sitemap.xml')) || /^\s*sitemap\s*:/im.test(textIn(root, 'robots.txt')),
    sent: headers,
    policies: headers === null ? [] : valuesForAll(headers.headers, folder, 'content-security-policy'),
    budget,
  };
}

function headersIn(root: string): { readonly place: string; readonly headers: ReadHeaders } | null {
  const text = textIn(root, '_headers');
  return text === '' ? null : { place: '/_headers', headers: readHeadersFile(text) };
}

function textIn(root: string, path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** What the home page says of its own address; null: nothing, or nothing whole. */
function baseSaid(root: string): string | null {
  const file = join(root, 'index.html');
  if (!existsSync(file)) return null;
  const read = textOfPage(readFileSync(file));
  const canonical = read === null ? null : readPage(read.text).canonical;
  if (canonical === null || !URL.canParse(canonical)) return null;
  const { origin, pathname, protocol } = new URL(canonical);
  if (!/^https?:$/.test(protocol)) return null;
  return origin + pathname.replace(/(?:\/index\.html|\/)$/, '');
}

/** From the home page along the links; then those to which none led. */
async function readPages(files: readonly TreeFile[], { table }: Tree, crew: Crew): Promise<void> {
  const home = table.find('/');
  const isRead = new Uint8Array(files.length);
  const queue: number[] = [];
  let next = 0;
  if (home !== -1) {
    table.note(home, 'reached');
    queue.push(home);
  }
  const isWaiting = (): boolean => next < queue.length;
  let given = 0;
  let finished = 0;
  while (isWaiting() || finished < given) {
    if (!isWaiting()) {
      await crew.any();
      continue;
    }
    const paths: string[] = [];
    while (isWaiting() && paths.length < BATCH) {
      const file = queue[next++]!;
      const { path } = files[file]!;
      if (!isPage(path)) continue;
      isRead[file] = 1;
      paths.push(path);
    }
    if (paths.length === 0) continue;
    given++;
    await crew.give({ kind: 'pages', paths, isReached: true }, ({ met }) => {
      finished++;
      for (const file of met) queue.push(file);
    });
  }
  const rest = files.filter(({ path }, file) => isPage(path) && isRead[file] === 0).map(({ path }) => path);
  await giveAll(rest, crew, paths => ({ kind: 'pages', paths, isReached: home === -1 ? null : false }));
}

/** The kinds of files in which a rule may find something. */
const OTHERS = /\.(?:xml|rss|atom|json|css|txt|webmanifest)$/;

async function readFiles(files: readonly TreeFile[], crew: Crew): Promise<void> {
  const paths = files.filter(({ path }) => OTHERS.test(path)).map(({ path }) => path);
  await giveAll(paths, crew, batch => ({ kind: 'files', paths: batch }));
}

async function readAgain(
  files: readonly TreeFile[],
  gatherings: ReadonlyMap<RuleName, Gathering>,
  crew: Crew,
): Promise<void> {
  const asked = new Map<number, (readonly [RuleName, unknown])[]>();
  for (const [rule, { questions }] of gatherings)
    for (const [file, question] of questions?.() ?? []) {
      const ofFile = asked.get(file);
      if (ofFile === undefined) asked.set(file, [[rule, question]]);
      else ofFile.push([rule, question]);
    }
  const list = [...asked].map(([file, questions]) => [files[file]!.path, questions] as const);
  for (let at = 0; at < list.length; at += BATCH)
    await crew.give({ kind: 'again', asked: list.slice(at, at + BATCH) });
  await crew.rest();
}

async function compare(files: readonly TreeFile[], other: string, crew: Crew, all: Tally): Promise<void> {
  const paths = files.map(({ path }) => path);
  await giveAll(paths, crew, batch => ({ kind: 'compare', paths: batch, other }));
  const known = new Set(paths);
  for (const { path } of listFiles(other))
    if (!known.has(path))
      all.found('same-bytes', proofWords.found.sameBytes.alone(path), addressOfFile(path));
}

async function giveAll(
  paths: readonly string[],
  crew: Crew,
  batchOf: (paths: readonly string[]) => Batch,
): Promise<void> {
  for (let at = 0; at < paths.length; at += BATCH) await crew.give(batchOf(paths.slice(at, at + BATCH)));
  await crew.rest();
}

async function askOutside(
  ask: AskOutside,
  outside: ReadonlyMap<string, readonly string[]>,
  all: Tally,
): Promise<void> {
  await ask([...outside.keys()].sort(), {
    looked: () => all.looked('external-link', 1),
    found(url, what) {
      for (const address of [...outside.get(url)!].sort()) all.found('external-link', what, address);
    },
  });
}

function end(gatherings: ReadonlyMap<RuleName, Gathering>, addresses: readonly string[], all: Tally): void {
  for (const [rule, gathering] of gatherings)
    gathering.end(
      address => ({
        looked: (count = 1) => all.looked(rule, count),
        found: what => all.found(rule, what, address),
      }),
      addresses,
    );
}
