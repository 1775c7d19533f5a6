// The address of a page becomes Lighthouse's judgement of it: the median of several runs on its simulated phone.
import { Launcher } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findWholeChromium } from '../browser/chromium.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Category = (typeof CATEGORIES)[number];

export interface Judgement {
  /** The median of the runs for each category, 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Cumulative layout shift of the worst run: the layout must not move in any. */
  readonly cls: number;
  /** The audits that cost points in any run: their names, with Lighthouse's measurement if it gives one. */
  readonly failed: readonly string[];
}

/** Judges `address` in an odd number of `runs`, each in a new browser. Throws when Lighthouse cannot load the page. */
export async function judge(address: string, runs: number): Promise<Judgement> {
  const all: Judgement[] = [];
  for (let run = 0; run < runs; run++) all.push(await judgeOnce(address));
  const scores = Object.fromEntries(
    CATEGORIES.map(category => [category, median(all.map(one => one.scores[category]))]),
  ) as Record<Category, number>;
  return {
    scores,
    cls: Math.max(...all.map(one => one.cls)),
    failed: [...new Set(all.flatMap(one => one.failed))].sort(),
  };
}

async function judgeOnce(address: string): Promise<Judgement> {
  const chromePath = findWholeChromium();
  if (chromePath === null) throw new Error('No Chromium on the path; install it or set CHROMIUM.');
  const launcher = new Launcher({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox'],
    logLevel: 'silent',
  });
  try {
    await launcher.launch();
    const result = await lighthouse(address, {
      port: launcher.port!,
      logLevel: 'silent',
      onlyCategories: [...CATEGORIES],
    });
    if (!result) throw new Error(`Lighthouse gave no result for ${address}.`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse could not judge ${address}: ${runtimeError.message}`);
    const failed = CATEGORIES.flatMap(category =>
      categories[category]!.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]!),
    )
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, displayValue }) => (displayValue ? `${id} (${displayValue})` : id));
    return {
      scores: Object.fromEntries(
        CATEGORIES.map(category => [category, Math.round((categories[category]!.score ?? 0) * 100)]),
      ) as Record<Category, number>,
      cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
      failed,
    };
  } finally {
    launcher.kill();
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
