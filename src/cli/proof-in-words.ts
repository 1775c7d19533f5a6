// What a proof found to lines for a terminal: a table of the rules, then what is wrong, rule by rule. A narrow terminal gets no columns.
import { agree, groupDigits } from '../locale/numbers.ts';
import { proofWords } from '../locale/proof-words.ts';
import { visible } from '../locale/quoting.ts';
import type { Proof, ProofOfRule } from '../proof/prove.ts';

const { rules: names, report: words } = proofWords;

export interface ReportForm {
  /** In characters. */
  readonly width: number;
  /** Else the first of each rule. */
  readonly showsAll: boolean;
}

/** Of one rule, as many as somebody reads at once. */
const SHOWN = 8;
/** Below it columns would break. */
const NARROW = 64;

export function proofInWords({ rules, pages, files }: Proof, place: string, form: ReportForm): string {
  const faulty = rules.filter(({ count }) => count > 0);
  return [
    visible(words.title(place, files, pages)),
    '',
    ...(form.width < NARROW ? rules.map(lineOf) : tableOf(rules)),
    '',
    ...faulty.flatMap(rule => [...detailsOf(rule, form), '']),
    verdict(rules),
  ].join('\n');
}

function tableOf(rules: readonly ProofOfRule[]): readonly string[] {
  const rows = [
    [words.rule, words.lookedAt, words.faults],
    ...rules.map(rule => [names[rule.rule].name, lookedIn(rule), faultsIn(rule)]),
  ];
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]!.length)));
  return rows.map(
    ([name, looked, faults]) => `${name!.padEnd(widths[0]!)}   ${looked!.padStart(widths[1]!)}   ${faults}`,
  );
}

function lineOf(rule: ProofOfRule): string {
  const looked = rule.isAsked ? ` (${lookedIn(rule)})` : '';
  return `${names[rule.rule].name}\u00a0: ${faultsIn(rule)}${looked}`;
}

function lookedIn({ rule, looked, isAsked }: ProofOfRule): string {
  if (!isAsked) return '–';
  const { one, many } = names[rule].unit;
  return `${groupDigits(looked)} ${agree(looked, one, many)}`;
}

function faultsIn({ isAsked, count, severity }: ProofOfRule): string {
  if (!isAsked) return words.notAsked;
  if (count === 0) return words.none;
  return severity === 'warning' ? `${groupDigits(count)} ${words.toLook}` : groupDigits(count);
}

function detailsOf({ rule, findings, leftOut }: ProofOfRule, { showsAll }: ReportForm): readonly string[] {
  const shown = showsAll ? findings : findings.slice(0, SHOWN);
  return [
    names[rule].name,
    ...shown.flatMap(({ what, pages, first }) => [
      `  ${visible(what)}`,
      `    ${visible(words.onPages(pages, first))}`,
    ]),
    ...(findings.length > shown.length ? [`  ${words.more(findings.length - shown.length)}`] : []),
    ...(leftOut > 0 && shown.length === findings.length ? [`  ${words.leftOut(leftOut)}`] : []),
  ];
}

function verdict(rules: readonly ProofOfRule[]): string {
  const sum = (severity: ProofOfRule['severity']): number =>
    rules.filter(rule => rule.severity === severity).reduce((all, { count }) => all + count, 0);
  const errors = sum('error');
  const warnings = sum('warning');
  if (errors > 0) return words.errors(errors, warnings);
  return warnings > 0 ? words.toLookAt(warnings) : words.fine;
}
