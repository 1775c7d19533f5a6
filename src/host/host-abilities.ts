// What each host can be told of redirects, and how much of it, by its documentation in 2026.
import type { Host } from '../site/hosts.ts';

export interface HostAbilities {
  /** Rules of one address each. */
  readonly exact: number;
  /** Rules of all that is below a folder. */
  readonly folders: number;
  /** Both together. */
  readonly rules: number;
  /** Of the file of rules, in bytes. */
  readonly bytes: number;
  /** Of one rule, in characters. */
  readonly line: number;
  /** Which questions (`?id=12`) a rule can be about. */
  readonly questions: 'any' | 'parameters' | 'none';
  /** Whether a rule may answer at an address that has a file. */
  readonly beforeFiles: boolean;
  /** Whether it has to be asked to do so. */
  readonly force: boolean;
  /** Whether `/vieux` and `/vieux/` are two addresses. */
  readonly tellsSlashes: boolean;
}

const ANY_NUMBER = Number.POSITIVE_INFINITY;

const SERVER: HostAbilities = {
  exact: ANY_NUMBER,
  folders: ANY_NUMBER,
  rules: ANY_NUMBER,
  bytes: ANY_NUMBER,
  line: ANY_NUMBER,
  questions: 'any',
  beforeFiles: true,
  force: false,
  tellsSlashes: true,
};

/** `none` is never told anything. */
export const HOST_ABILITIES: Readonly<Record<Host, HostAbilities>> = {
  none: { ...SERVER, rules: 0, questions: 'none' },
  // « Redirects and rewrites »: from 10,000 rules on a deploy may fail; `!` goes before files; a final slash makes no difference.
  netlify: { ...SERVER, rules: 10_000, questions: 'parameters', force: true, tellsSlashes: false },
  // « Redirects »: 2,000 static and 100 dynamic ones of 1,000 characters, always followed; nothing is said of questions.
  cloudflare: { ...SERVER, exact: 2000, folders: 100, line: 1000, questions: 'none' },
  // « GitLab Pages redirects »: 1,000 rules in 64 KB; no questions, no force: files go first.
  gitlab: { ...SERVER, rules: 1000, bytes: 65_536, questions: 'none', beforeFiles: false },
  nginx: SERVER,
  caddy: SERVER,
};
