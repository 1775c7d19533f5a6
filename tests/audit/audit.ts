// The demonstration becomes two tables: Lighthouse's scores, and the weights of its pages. The command fails beyond the budgets.
import { parseArgs } from 'node:util';
import { HOME_URL, SEARCH_URL } from '../../src/address/addresses.ts';
import { buildDemonstration, type Demonstration, PAGE_TYPES, type PageType } from '../browser/page-types.ts';
import { serveFolder } from '../browser/static-server.ts';
import { refuseTakenOptions } from '../refuse-taken-options.ts';
import { CATEGORIES, judge } from './lighthouse.ts';
import { PAGE_BUDGET, scriptBudgetOf, weightOf } from './weight.ts';

/** The budget for Lighthouse, mobile, on home page, section and article: 100 in each category, and no layout shift. */
const JUDGED: readonly PageType[] = ['home page', 'section', 'fresh article'];

/** Lighthouse runs several times for each page, since its score for performance varies on a busy machine. */
const RUNS = 3;

const HELP = `npm run audit -- [options]

Builds the demonstration, serves it on this machine, runs Lighthouse (three times for each page) and weighs its pages.
Needs Chromium: on the path, or named by the variable CHROMIUM.

  --pages TYPE,TYPE   only these types of pages: ${PAGE_TYPES.join(', ')}
  --skip-lighthouse   only weigh
  --help              this text

Exit status: 0 all pages are within the budgets, 1 a page is beyond, 2 wrong usage.
`;

const OPTIONS = {
  pages: { type: 'string' },
  'skip-lighthouse': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface Options {
  readonly pages: readonly PageType[] | null;
  readonly skipLighthouse: boolean;
}

/** The options; null for `--help`. Throws on wrong usage. */
function readOptions(typed: readonly string[]): Options | null {
  refuseTakenOptions(OPTIONS);
  const { values } = parseArgs({ args: [...typed], options: OPTIONS });
  if (values.help) return null;
  const pages = values.pages?.split(',').map(name => name.trim()) ?? null;
  const unknown = pages?.find(name => !PAGE_TYPES.includes(name as PageType));
  if (unknown !== undefined) throw new Error(`There is no type of page « ${unknown} ».`);
  return { pages: pages as readonly PageType[] | null, skipLighthouse: values['skip-lighthouse'] };
}

/** Prints Lighthouse's scores as a table. Gives whether all pages are within the budget. */
async function judgePages(demonstration: Demonstration, types: readonly PageType[]): Promise<boolean> {
  await using server = await serveFolder(demonstration.outputDir);
  let good = true;
  const rows: string[][] = [['Lighthouse, mobile', ...CATEGORIES, 'CLS', 'audits below 1 in any run']];
  for (const type of types) {
    const { scores, cls, failed } = await judge(server.origin + demonstration.addressOf(type), RUNS);
    good &&= cls === 0 && CATEGORIES.every(category => scores[category] === 100);
    rows.push([
      type,
      ...CATEGORIES.map(category => String(scores[category])),
      String(Number(cls.toFixed(4))),
      failed.join(', ') || 'none',
    ]);
  }
  process.stdout.write(`${table(rows)}\n\n`);
  return good;
}

/** Prints the weights of pages as a table. Gives whether all pages are within the budget. */
function weighPages(demonstration: Demonstration, types: readonly PageType[]): boolean {
  let good = true;
  const rows: string[][] = [['Bytes, brotli', 'html', 'css', 'js', 'fonts', 'icons', 'total', '']];
  for (const type of types) {
    const url = demonstration.addressOf(type);
    const weight = weightOf(demonstration.outputDir, url);
    const within = weight.total <= PAGE_BUDGET && weight.js <= scriptBudgetOf(url);
    good &&= within;
    const { html, css, js, fonts, icons, total } = weight;
    rows.push([type, ...[html, css, js, fonts, icons, total].map(String), within ? '' : 'too heavy']);
  }
  process.stdout.write(`${table(rows)}\n`);
  process.stdout.write(
    `At most ${PAGE_BUDGET} a page, of which JavaScript ${scriptBudgetOf(HOME_URL)}, and ${scriptBudgetOf(SEARCH_URL)} where one searches.\n`,
  );
  return good;
}

/** The rows as text, with two spaces between columns and numbers aligned to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const cell = (text: string, column: number): string =>
    /^[\d.]+$/.test(text) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
  return rows.map(row => row.map(cell).join('  ').trimEnd()).join('\n');
}

async function audit(options: Options): Promise<boolean> {
  using demonstration = await buildDemonstration({}, 'now');
  const judged = JUDGED.filter(type => options.pages?.includes(type) ?? true);
  const good = options.skipLighthouse || (await judgePages(demonstration, judged));
  return weighPages(demonstration, options.pages ?? PAGE_TYPES) && good;
}

async function main(typed: readonly string[]): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions(typed);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  return (await audit(options)) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
