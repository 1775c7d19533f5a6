// Links to other sites at which nothing is any more; asked only when somebody wants to know (`outside/ask-outside.ts`).
import type { Gathering, Rule } from '../rule.ts';

export interface OutsideLink {
  readonly outside: string;
}

export const externalLink: Rule = {
  name: 'external-link',
  severity: 'warning',
};

/** The same, which collects them: without it nobody keeps their addresses. @param links each with the first pages that have it. */
export function collectingOutside(links: Map<string, string[]>): Rule {
  return {
    ...externalLink,
    page({ links: found }, _tree, tell) {
      const seen = new Set<string>();
      for (const { use, led } of found)
        if (use === 'way' && led.to === 'outside' && !seen.has(led.url)) {
          seen.add(led.url);
          tell.note({ outside: led.url } satisfies OutsideLink);
        }
    },
    gather: (): Gathering => ({
      take(address, note) {
        const { outside } = note as OutsideLink;
        const url = outside.split('#')[0]!;
        const pages = links.get(url);
        if (pages === undefined) links.set(url, [address]);
        else if (pages.length < MOST_PAGES) pages.push(address);
      },
      end() {},
    }),
  };
}

/** Of those that are remembered for one address. */
const MOST_PAGES = 1000;
