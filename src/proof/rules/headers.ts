// What browsers are told beside the pages: rules that hosts can read, what protects readers, and policies that let the pages' own scripts run.
import { hash } from 'node:crypto';
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule, Tell } from '../rule.ts';
import { type ReadHeaders, valuesForAll } from '../tree/sent-headers.ts';
import type { Tree } from '../tree/tree.ts';

const words = proofWords.found.headers;

/** Cloudflare Pages, « Headers », limits: rules of a file, and characters of a line. */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

/** Any page may change within an hour; what never does has its hash in its name. */
const LONGEST_FOR_PAGES = 3600;

/** What every answer has to have, with the form of the value that protects. */
const EXPECTED: readonly (readonly [name: string, form: RegExp])[] = [
  ['x-content-type-options', /^nosniff$/i],
  ['referrer-policy', /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/i],
  ['content-security-policy', /\bdefault-src\b/],
];

export const headers: Rule = {
  name: 'headers',
  severity: 'error',
  page({ isWhole, policy, scripts }, tree, tell) {
    if (!isWhole) return;
    tell.looked();
    const policies = [policy, ...tree.policies].filter(each => each !== null);
    if (policies.length === 0) tell.found(words.noPolicy);
    for (const each of policies) lookAtPolicy(each, scripts, tell);
  },
  gather(tree) {
    return {
      take() {},
      end(tellOf, files) {
        const { sent } = tree;
        if (sent === null) return;
        const tell = tellOf(sent.place);
        lookAtRules(sent.headers, tree, new Set(files), tell);
        lookAtProtection(sent.headers, tree, tell);
      },
    };
  },
};

function lookAtPolicy(policy: string, scripts: readonly string[], tell: Tell): void {
  const allowed = sourcesOf(policy);
  if (allowed === null) return;
  if (allowed.includes("'unsafe-eval'")) tell.found(words.unsafe("'unsafe-eval'"));
  const hashed = allowed.some(source => /^'(?:sha\d+|nonce)-/.test(source));
  // With a hash or a nonce browsers pass over it (CSP 3, § 6.7.3.2).
  if (allowed.includes("'unsafe-inline'")) {
    if (!hashed) tell.found(words.unsafe("'unsafe-inline'"));
    if (!hashed) return;
  }
  for (const script of scripts)
    if (!hashesOf(script).some(each => allowed.includes(each))) tell.found(words.script);
}

/** What scripts may come from; null: the policy says nothing of them. */
function sourcesOf(policy: string): readonly string[] | null {
  const directives = policy.split(';').map(each => each.trim().split(/\s+/));
  for (const name of ['script-src-elem', 'script-src', 'default-src']) {
    const found = directives.find(([first]) => first?.toLowerCase() === name);
    if (found !== undefined) return found.slice(1);
  }
  return null;
}

const hashes = new Map<string, readonly string[]>();

/** Few scripts are on many pages. */
function hashesOf(script: string): readonly string[] {
  let found = hashes.get(script);
  if (found === undefined) {
    found = (['sha256', 'sha384', 'sha512'] as const).map(
      name => `'${name}-${hash(name, script, 'base64')}'`,
    );
    if (hashes.size < MOST_SCRIPTS) hashes.set(script, found);
  }
  return found;
}

const MOST_SCRIPTS = 100;

function lookAtRules(
  { rules, faulty }: ReadHeaders,
  tree: Tree,
  files: ReadonlySet<string>,
  tell: Pick<Tell, 'found'>,
): void {
  for (const line of faulty) tell.found(words.faulty(line));
  if (rules.length > MOST_RULES) tell.found(words.tooMany(rules.length, MOST_RULES));
  for (const { form, headers: sent, line } of rules) {
    const isOfPages = form === '/*' || form === `${tree.folder}/*`;
    for (const { name, value } of sent) {
      if (name.length + value.length + 2 > LONGEST_LINE) tell.found(words.tooLong(name));
      const age = /\bmax-age=(\d+)/.exec(value)?.[1];
      if (name === 'cache-control' && isOfPages && Number(age ?? 0) > LONGEST_FOR_PAGES && rules.length > 1)
        tell.found(words.keptTooLong(form, value));
    }
    const within = form.startsWith(`${tree.folder}/`) ? decodeURI(form.slice(tree.folder.length)) : form;
    if (/^\/[^*:]+\.\w+$/.test(within) && !files.has(within)) tell.found(words.forNothing(form, line));
  }
}

function lookAtProtection(headers: ReadHeaders, { folder }: Tree, tell: Pick<Tell, 'found'>): void {
  for (const [name, form] of EXPECTED) {
    const values = valuesForAll(headers, folder, name);
    if (values.length === 0) tell.found(words.missing(name));
    else if (!values.every(value => form.test(value))) tell.found(words.weak(name));
  }
  const framed =
    valuesForAll(headers, folder, 'x-frame-options').length > 0 ||
    valuesForAll(headers, folder, 'content-security-policy').some(value => value.includes('frame-ancestors'));
  if (!framed) tell.found(words.missing('frame-ancestors'));
}
