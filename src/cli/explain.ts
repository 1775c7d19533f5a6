// `npm run build -- --explain ADDRESS`: why a page would be rendered now, and why it was the last time, in words.
import type { BuildOptions } from '../engine/build-options.ts';
import { explainPage } from '../engine/explain-page.ts';
import { MemoryBusy } from '../engine/memory/memory.ts';
import { ForeignOutput } from '../engine/output/output.ts';
import type { Cause } from '../engine/plan/causes.ts';
import { cliWords } from '../locale/cli-words.ts';
import { explainWords } from '../locale/explain-words.ts';
import { formatProblems } from '../problem/format-problems.ts';
import { STATUS, wrongUsage } from './command-line.ts';

/** Prints the explanation and gives the exit status. */
export async function explain(options: BuildOptions, address: string): Promise<number> {
  const explanation = await explainPage(options, address).catch((error: unknown) => {
    if (error instanceof ForeignOutput) wrongUsage('build', cliWords.foreignFolder(options.outputDir));
    if (error instanceof MemoryBusy) wrongUsage('build', cliWords.memoryBusy);
    throw error;
  });
  switch (explanation.outcome) {
    case 'problems':
      console.error(formatProblems(explanation.problems));
      console.error(cliWords.stopped(explanation.problems.length));
      return STATUS.contentProblems;
    case 'no page':
      console.error(explainWords.noPage(address, explanation.closest));
      return STATUS.wrongUsage;
    case 'explained': {
      const { page, now, before } = explanation;
      const lines =
        now.length === 0
          ? [explainWords.upToDate(page.url)]
          : listed(explainWords.wouldRender(page.url), now);
      const past = before === null ? [explainWords.neverBuilt] : listed(explainWords.lastTime, before);
      console.log([...lines, ...past].join('\n'));
      return STATUS.fine;
    }
  }
}

function listed(heading: string, causes: readonly Cause[]): readonly string[] {
  const reasons = causes.map(reasonOf);
  // A list in French: semicolons, and a full stop at its end.
  return [
    heading,
    ...reasons.map((reason, index) =>
      explainWords.item(index === reasons.length - 1 ? reason.replace(/\u202f;$/, '.') : reason),
    ),
  ];
}

function reasonOf(cause: Cause): string {
  const { reasons } = explainWords;
  switch (cause.cause) {
    case 'portal':
      return reasons.portal(cause.part);
    case 'template':
      return reasons.template(cause.name);
    case 'furnished':
      return reasons.furnished(cause.now);
    case 'block':
      return reasons.block(cause.name);
    case 'block template':
      return reasons['block template'](cause.name);
    case 'shown':
      return reasons.shown(cause.part);
    default:
      return reasons[cause.cause]();
  }
}
