// The Markdown of an article becomes the list of its mistakes, each with its place and how to mend it.
import { capProblems, MOST_PROBLEMS } from '../../problem/cap-problems.ts';
import { makePositionFinder } from '../markdown/body-position.ts';
import { makeParser } from '../markdown/parser.ts';
import { checkDefinitions } from './address-definition.ts';
import type { BodyCheck, Checking } from './body-checking.ts';
import type { BodyProblem } from './body-problem.ts';
import { mayContainMistake } from './body-suspicions.ts';
import { checkFences } from './code-fence.ts';
import { checkEmptyLinks } from './empty-link.ts';
import { checkNotes } from './footnote.ts';
import { checkHeadings } from './heading-level.ts';
import { checkHeadingMarks } from './heading-mark.ts';
import { checkHtml } from './html-in-body.ts';
import { checkDescriptions } from './image-alt.ts';
import { checkCaptions } from './image-caption.ts';
import { checkImageSites } from './image-elsewhere.ts';
import { checkImageNames } from './image-name.ts';
import { checkLinks } from './link-scheme.ts';
import { checkTargets } from './link-target.ts';
import { checkListMarks } from './list-mark.ts';
import { checkListNumbers } from './list-numbers.ts';
import { checkListsOfOne } from './list-of-one.ts';
import { checkLooseLinks } from './loose-link.ts';
import { checkMarks } from './loose-mark.ts';
import { checkNesting } from './nesting.ts';
import { checkQuotations } from './quotation-marks.ts';
import { checkSignedFigures } from './signed-figures.ts';
import { checkTableCells } from './table-cells.ts';
import { checkTaskBoxes } from './task-box.ts';
import { checkTemplates } from './template-in-body.ts';
import { checkUnderlines } from './underlined-text.ts';

export type { BodyProblem } from './body-problem.ts';

/**
 * Sees what rendering hides: HTML as tags, refused addresses as links, definitions of notes and addresses where they stand. Blocks of
 * HTML are off, so that the text around a tag is checked as it will be shown.
 */
const parser = makeParser({ html: true, linkify: false, isAllowedLink: () => true }).disable([
  'html_block',
  'footnote_tail',
  'strip_references',
]);

const CHECKS: readonly BodyCheck[] = [
  checkHtml,
  checkHeadings,
  checkNesting,
  checkDescriptions,
  checkImageSites,
  checkImageNames,
  checkLinks,
  checkNotes,
  checkFences,
  checkQuotations,
  checkMarks,
  checkTargets,
  checkEmptyLinks,
  checkLooseLinks,
  checkDefinitions,
  checkCaptions,
  checkHeadingMarks,
  checkListMarks,
  checkListsOfOne,
  checkSignedFigures,
  checkListNumbers,
  checkTaskBoxes,
  checkUnderlines,
  checkTableCells,
  checkTemplates,
];

/**
 * Finds every mistake in a body, in the order of lines.
 *
 * `firstLine` is the line of the file on which the body begins, 1-based. Text that looks like a template (`{{ … }}`) is
 * plain text, and no mistake; tags of templates (`{% … %}`) are one. Never throws.
 */
export function checkBody(body: string, firstLine: number): readonly BodyProblem[] {
  return mayContainMistake(body) ? findProblems(body, firstLine) : [];
}

/** The same without the quick look: for those bodies that may hold a mistake. */
export function findProblems(body: string, firstLine: number): readonly BodyProblem[] {
  const lines = body.split('\n');
  const problems: BodyProblem[] = [];
  const tokens = parser.parse(body, {});
  let leftOut = 0;
  for (const check of CHECKS) {
    let shown = 0;
    const report: Checking['report'] = (place, rule, message) => {
      shown += 1;
      if (shown <= MOST_PROBLEMS) problems.push({ ...place(), rule, message });
      else leftOut += 1;
    };
    check({ tokens, lines, places: makePositionFinder(lines, firstLine), report });
  }
  return capProblems(
    problems.sort((a, b) => a.line - b.line || a.column - b.column),
    leftOut,
  );
}
