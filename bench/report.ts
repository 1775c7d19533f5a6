// Samples of several runs become one row for each build, and the rows become a Markdown table.
import type { Machine } from './machine.ts';
import type { Sample } from './subjects.ts';

/** The medians of one build's samples. */
export interface Row {
  readonly build: string;
  readonly label: string;
  readonly ms: number;
  /** The fastest and the slowest run. */
  readonly msRange: readonly [number, number];
  readonly peakBytes: number | null;
  readonly cpuMs: number | null;
  readonly pages: number;
  readonly written: number | null;
  /** For our full build, its time and memory divided by each peer's, by the peer's build; empty for other rows. */
  readonly against: Readonly<Record<string, Ratio>>;
}

export interface Ratio {
  readonly time: number;
  readonly memory: number | null;
  readonly processor: number | null;
}

export interface Report {
  readonly articles: number;
  readonly seed: number;
  readonly runs: number;
  readonly machine: Machine;
  readonly hugo: string | null;
  readonly rows: readonly Row[];
}

/**
 * One row for each build that has samples, in the order of `labels`.
 * @param full the build that is compared with `peers`.
 */
export function rowsOf(
  samples: readonly Sample[],
  labels: ReadonlyMap<string, string>,
  full: string,
  peers: readonly string[],
): readonly Row[] {
  const rows: Row[] = [];
  for (const [build, label] of labels) {
    const own = samples.filter(sample => sample.build === build);
    if (own.length === 0) continue;
    const times = own.map(({ ms }) => ms);
    const peaks = own.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
    const cpus = own.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs]));
    const written = own.flatMap(sample => (sample.written === null ? [] : [sample.written]));
    rows.push({
      build,
      label,
      ms: median(times),
      msRange: [Math.min(...times), Math.max(...times)],
      peakBytes: peaks.length === 0 ? null : median(peaks),
      cpuMs: cpus.length === 0 ? null : median(cpus),
      pages: own[0]!.pages,
      written: written.length === 0 ? null : median(written),
      against: {},
    });
  }
  return rows.map(row => (row.build === full ? { ...row, against: ratios(row, rows, peers) } : row));
}

function ratios(row: Row, rows: readonly Row[], peers: readonly string[]): Row['against'] {
  const against: Record<string, Ratio> = {};
  for (const peer of rows.filter(({ build }) => peers.includes(build))) {
    const memory = row.peakBytes !== null && peer.peakBytes !== null ? row.peakBytes / peer.peakBytes : null;
    const processor = row.cpuMs !== null && peer.cpuMs !== null ? row.cpuMs / peer.cpuMs : null;
    against[peer.build] = { time: row.ms / peer.ms, memory, processor };
  }
  return against;
}

/** The middle value; for an even number of values, the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The report as Markdown: corpus and machine, the table, the ratios. */
export function markdown({ articles, seed, runs, machine, hugo, rows }: Report): string {
  const { cores, cpu, memoryBytes, system, node, date } = machine;
  const lines = [
    `${withCommas(articles)} articles (seed ${seed}), median of ${runs} interleaved ${runs === 1 ? 'run' : 'runs'}, ${date}.`,
    `${cores} cores, ${cpu}, ${gigabytes(memoryBytes)} of memory, ${system}; Node ${node}, Hugo ${hugo ?? 'not installed'}.`,
    '',
    '| build | time | fastest–slowest | processor time | peak memory | HTML pages | files written |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows.map(
      row =>
        `| ${row.label} | ${seconds(row.ms)} | ${seconds(row.msRange[0])}–${seconds(row.msRange[1])} | ${
          row.cpuMs === null ? '—' : seconds(row.cpuMs)
        } | ${
          row.peakBytes === null ? '—' : megabytes(row.peakBytes)
        } | ${withCommas(row.pages)} | ${row.written === null ? '—' : withCommas(row.written)} |`,
    ),
  ];
  for (const row of rows) {
    for (const [peer, { time, memory, processor }] of Object.entries(row.against)) {
      const label = rows.find(({ build }) => build === peer)!.label;
      const ofMemory = memory === null ? '' : `, ${memory.toFixed(2)} of its memory`;
      const ofProcessor = processor === null ? '' : `, ${processor.toFixed(2)} of its processor time`;
      lines.push(
        '',
        `${row.label} against ${label}: ${time.toFixed(2)} of its time${ofProcessor}${ofMemory}.`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function withCommas(count: number): string {
  return count.toLocaleString('en');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${withCommas(Math.round(bytes / 1e6))} MB`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
