// `/qualite/`: what a proof of the whole site looked at, and what it found. Only a portal that had itself proven has it.
import { QUALITY_URL } from '../../address/addresses.ts';
import type { NounForms } from '../../locale/french.ts';
import { pageWords } from '../../locale/page-words.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { FoundByRule, ProofFound } from '../../site/site.ts';
import type { Moment } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';

/** `/qualite/` */
export interface QualityView extends PageView {
  readonly date: Moment;
  /** As people name it: its first figures; null: it is not known. */
  readonly commit: string | null;
  /** What was looked at, in large figures. */
  readonly figures: readonly Counted[];
  /** All faults together, without what is for somebody to decide. */
  readonly found: number;
  readonly groups: readonly QualityGroup[];
}

export interface Counted {
  readonly count: number;
  readonly unit: NounForms;
}

/** Rules that serve the same readers. */
export interface QualityGroup {
  readonly title: string;
  readonly rules: readonly QualityRule[];
}

export interface QualityRule {
  readonly name: string;
  readonly asks: string;
  readonly looked: Counted;
  readonly found: number;
  /** Whether it is for somebody to decide who knows what was meant. */
  readonly isDoubt: boolean;
  readonly examples: readonly { readonly what: string; readonly pages: number }[];
}

/** Of a commit, as git shortens it. */
const SHORT = 7;

export const quality = pageType({
  name: 'quality',
  renderer: 'eleventy',
  furnished: false,
  reserved: ['qualite'],

  pages: ({ site }) =>
    site.proof === null ? [] : [{ url: QUALITY_URL, shown: { portal: site.name, proof: site.proof } }],

  view: ({ portal, proof }, tools): BareView<QualityView> => ({
    title: pageWords.quality,
    description: pageWords.qualityDescription(portal),
    breadcrumb: [tools.home],
    date: tools.moment(proof.date),
    ...qualityOf(proof),
  }),
});

/** All that the page says of a proof but its date. */
export function qualityOf({
  commit,
  pages,
  rules,
}: Omit<ProofFound, 'date'>): Pick<QualityView, 'commit' | 'figures' | 'found' | 'groups'> {
  const found = new Map(rules.map(each => [each.rule, each]));
  const lookedOf = (rule: FoundByRule['rule']): Counted => ({
    count: found.get(rule)?.looked ?? 0,
    unit: proofWords.rules[rule].unit,
  });
  return {
    commit: commit === null ? null : commit.slice(0, SHORT),
    figures: [
      { count: pages, unit: pageWords.qualityFigures.pages },
      { ...lookedOf('dead-link'), unit: pageWords.qualityFigures.links },
      { ...lookedOf('alternative-text'), unit: pageWords.qualityFigures.pictures },
    ],
    found: rules.reduce((sum, { severity, found }) => (severity === 'error' ? sum + found : sum), 0),
    groups: proofWords.groups
      .map(({ title, rules: names }) => ({
        title,
        rules: names.flatMap(name => {
          const of = found.get(name);
          return of === undefined ? [] : [ruleView(of)];
        }),
      }))
      .filter(group => group.rules.length > 0),
  };
}

function ruleView({ rule, severity, looked, found, examples }: FoundByRule): QualityRule {
  const { name, asks, unit } = proofWords.rules[rule];
  return {
    name,
    asks,
    looked: { count: looked, unit },
    found,
    isDoubt: severity === 'warning',
    examples: examples.map(({ what, pages }) => ({ what, pages })),
  };
}
