// What rules told, page after page, to one list that is the same in whichever order pages were read, and that no site makes grow without end.
import type { RuleName } from './rule.ts';

export interface Finding {
  readonly rule: RuleName;
  /** A sentence in French. */
  readonly what: string;
  /** On how many pages. */
  readonly pages: number;
  /** The first of them, by their addresses. */
  readonly first: readonly string[];
}

/** What was told in one thread, as it goes to the other: plain data. */
export interface Told {
  readonly looked: Readonly<Partial<Record<RuleName, number>>>;
  /** Of all that was found, also where it is not kept. */
  readonly counts: Readonly<Partial<Record<RuleName, number>>>;
  readonly found: readonly Finding[];
  readonly notes: readonly (readonly [rule: RuleName, address: string, note: unknown])[];
}

export interface Tally {
  looked(rule: RuleName, count: number): void;
  found(rule: RuleName, what: string, address: string): void;
  note(rule: RuleName, address: string, note: unknown): void;
  /** All so far; the tally is empty then. */
  taken(): Told;
  /** What another tally took. */
  add(told: Omit<Told, 'notes'>): void;
  lookedOf(rule: RuleName): number;
  /** On pages, each as often as it has faults. */
  countOf(rule: RuleName): number;
  /** Sorted by how many pages have them, then by their words. */
  findingsOf(rule: RuleName): readonly Finding[];
  /** How many findings are kept back: there are more than anybody reads. */
  leftOut(rule: RuleName): number;
}

/** Of addresses that are named for one finding. */
const FIRST = 3;
/** Of findings that are kept of one rule: those that come first in the order of the words, so that it does not hang on who came first. */
const MOST_FINDINGS = 2000;

interface Kept {
  pages: number;
  first: string[];
}

export function tally(): Tally {
  const looked = new Map<RuleName, number>();
  const counts = new Map<RuleName, number>();
  /** Of these rules some findings were dropped. */
  const pruned = new Set<RuleName>();
  let findings = new Map<RuleName, Map<string, Kept>>();
  let notes: (readonly [RuleName, string, unknown])[] = [];

  const keep = (rule: RuleName, what: string, pages: number, first: readonly string[]): void => {
    const ofRule = findings.get(rule) ?? new Map<string, Kept>();
    findings.set(rule, ofRule);
    const kept = ofRule.get(what);
    if (kept === undefined) {
      ofRule.set(what, { pages, first: [...first] });
      if (ofRule.size > 2 * MOST_FINDINGS) prune(rule, ofRule);
    } else {
      kept.pages += pages;
      if (kept.first.length < FIRST || first[0]! < kept.first.at(-1)!)
        kept.first = [...new Set([...kept.first, ...first])].sort().slice(0, FIRST);
    }
  };
  const prune = (rule: RuleName, ofRule: Map<string, Kept>): void => {
    const late = [...ofRule.keys()].sort().slice(MOST_FINDINGS);
    for (const what of late) ofRule.delete(what);
    pruned.add(rule);
  };

  return {
    looked(rule, count) {
      looked.set(rule, (looked.get(rule) ?? 0) + count);
    },
    found(rule, what, address) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      keep(rule, what, 1, [address]);
    },
    note(rule, address, note) {
      notes.push([rule, address, note]);
    },
    taken() {
      const told: Told = {
        looked: Object.fromEntries(looked),
        counts: Object.fromEntries(counts),
        found: [...findings].flatMap(([rule, ofRule]) =>
          [...ofRule].map(([what, { pages, first }]) => ({ rule, what, pages, first })),
        ),
        notes,
      };
      looked.clear();
      counts.clear();
      findings = new Map();
      notes = [];
      return told;
    },
    add(told) {
      for (const [rule, count] of Object.entries(told.looked) as [RuleName, number][])
        looked.set(rule, (looked.get(rule) ?? 0) + count);
      for (const [rule, count] of Object.entries(told.counts) as [RuleName, number][])
        counts.set(rule, (counts.get(rule) ?? 0) + count);
      for (const { rule, what, pages, first } of told.found) keep(rule, what, pages, first);
    },
    lookedOf: rule => looked.get(rule) ?? 0,
    countOf: rule => counts.get(rule) ?? 0,
    findingsOf(rule) {
      const ofRule = [...(findings.get(rule) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, MOST_FINDINGS);
      return ofRule
        .map(([what, { pages, first }]) => ({ rule, what, pages, first }))
        .sort((a, b) => b.pages - a.pages || (a.what < b.what ? -1 : 1));
    },
    leftOut(rule) {
      const kept = findings.get(rule)?.size ?? 0;
      if (!pruned.has(rule) && kept <= MOST_FINDINGS) return 0;
      const shown = [...(findings.get(rule) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, MOST_FINDINGS);
      return (counts.get(rule) ?? 0) - shown.reduce((sum, [, { pages }]) => sum + pages, 0);
    },
  };
}
