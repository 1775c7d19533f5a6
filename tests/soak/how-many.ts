// A long property's name becomes how many cases it has: few in `npm test`, which must end in minutes; many in each round of `npm run soak`.

/** Cases of a few builds each, then of a call each. */
const CASES = {
  'histories by editors': { few: 6, many: 60 },
  'histories by owners': { few: 6, many: 60 },
  'histories by strangers': { few: 6, many: 60 },
  'histories of commits': { few: 4, many: 40 },
  'histories of photographs': { few: 5, many: 60 },
  'publications by editors': { few: 2, many: 60 },
  'publications by owners': { few: 1, many: 60 },
  'publications of commits': { few: 1, many: 60 },
  'kills of a publication': { few: 1, many: 30 },
  'edits of one field': { few: 1, many: 1 },
  'kills of one kind': { few: 1, many: 6 },
  'kills of the service': { few: 2, many: 40 },
  'damaged memories': { few: 8, many: 60 },
  'histories of addresses': { few: 4, many: 60 },
  'clock walks': { few: 5, many: 30 },
  'full disks': { few: 1, many: 30 },
  'rebuilds under a reader': { few: 6, many: 300 },
  'publications under a reader': { few: 5, many: 300 },
  'folders that go and come': { few: 6, many: 300 },
  'moves of articles': { few: 6, many: 200 },
  'changes of a store': { few: 8, many: 300 },

  'pieces of texts': { few: 300, many: 20_000 },
  'French texts': { few: 3_000, many: 100_000 },
  'article files': { few: 2_000, many: 100_000 },
  'fields of articles': { few: 500, many: 100_000 },
  'article bodies': { few: 2_000, many: 40_000 },
  'editorial pages': { few: 300, many: 5_000 },
  'data files': { few: 400, many: 5_000 },
  'editions of summaries': { few: 300, many: 20_000 },
  'versions of articles': { few: 1_500, many: 100_000 },
  'versions of months': { few: 1_500, many: 100_000 },
  'old addresses of months': { few: 1_000, many: 60_000 },
  'old addresses': { few: 1_000, many: 100_000 },
  'YAML texts': { few: 2_000, many: 200_000 },
  'bytes of texts': { few: 1_000, many: 100_000 },
  'file names': { few: 1_000, many: 200_000 },
  'search indexes': { few: 200, many: 20_000 },
  dates: { few: 500, many: 200_000 },
  'spoilt forecasts': { few: 30, many: 3_000 },
  'purges among faults': { few: 400, many: 20_000 },
  'requests of strangers': { few: 500, many: 10_000 },
  'words of readers': { few: 500, many: 50_000 },
  'lines of logs': { few: 500, many: 50_000 },
  'networks of readers': { few: 300, many: 50_000 },
  'logs of readers': { few: 60, many: 3_000 },
  'drawn maps': { few: 40, many: 400 },
  'damaged photographs': { few: 120, many: 1_000 },
} as const satisfies Readonly<Record<string, { readonly few: number; readonly many: number }>>;

export type LongProperty = keyof typeof CASES;

/** For fast-check: the number of its runs. */
export function howMany(property: LongProperty): { readonly numRuns: number } {
  const { few, many } = CASES[property];
  return { numRuns: soakOrder() === null ? few : many };
}

/** What the soak asks of a test file. */
export interface SoakOrder {
  readonly seed: number;
  /** Milliseconds until no more case may begin. */
  readonly time: number;
}

/** The variable in which the soak hands its order over, as JSON. */
export const SOAK_ORDER = 'QUOTIDIEN_SOAK';

/** null: the tests are run by `npm test`. */
export function soakOrder(): SoakOrder | null {
  const order = process.env[SOAK_ORDER];
  return order === undefined ? null : (JSON.parse(order) as SoakOrder);
}
