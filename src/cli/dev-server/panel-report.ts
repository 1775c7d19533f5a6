// What keeps a build from the site becomes what a browser shows over the page: plain data, in French.
import { devWords } from '../../locale/dev-words.ts';
import { visible } from '../../locale/quoting.ts';
import { whatStays } from '../../problem/format-problems.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';

/** More than one mends before the next save; the terminal has all. */
const MOST_SHOWN = 100;

export interface PanelReport {
  readonly title: string;
  /** What the pages behind it are of. */
  readonly note: string;
  readonly items: readonly PanelItem[];
  /** How many others there are, in a sentence; null: none. */
  readonly others: string | null;
  /** The words on its buttons. */
  readonly close: string;
  readonly reopen: string;
}

export interface PanelItem {
  /** `content/articles/port.md:3:8`; null: no file is to blame. */
  readonly place: string | null;
  readonly message: string;
  /** What becomes of a faulty article; null: of this one nothing is said. */
  readonly stays: string | null;
  readonly rule: string | null;
}

/** What became of the site: nothing, all but the faulty files, or nothing until the code is mended. */
type Outcome = keyof typeof devWords.panel.notes;

/** null: nothing is wrong. */
export function problemReport(problems: readonly Problem[], outcome: Outcome): PanelReport | null {
  if (problems.length === 0) return null;
  const sorted = [...problems].sort(compareProblems);
  const shown = sorted.slice(0, MOST_SHOWN);
  const files = new Set(problems.map(({ file }) => file)).size;
  const items = shown.map(({ file, line, column, rule, message, staysOnline }) => ({
    place: visible(`${file}:${line}:${column}`),
    message: visible(message),
    stays: whatStays(staysOnline),
    rule,
  }));
  return {
    title: devWords.panel.title(problems.length, files),
    note: devWords.panel.notes[outcome],
    items,
    others: problems.length > shown.length ? devWords.panel.others(problems.length - shown.length) : null,
    close: devWords.panel.close,
    reopen: devWords.panel.reopen(problems.length),
  };
}

/** Of what no file is to blame for: a full disk, say. `sentences` are in French. */
export function failureReport(...sentences: readonly string[]): PanelReport {
  return {
    title: devWords.panel.failed,
    note: devWords.panel.notes.stopped,
    items: sentences.map(message => ({ place: null, message: visible(message), stays: null, rule: null })),
    others: null,
    close: devWords.panel.close,
    reopen: devWords.panel.reopen(1),
  };
}
