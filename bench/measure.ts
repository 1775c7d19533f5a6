// A command becomes the time that it took, that of the processors, and the peak memory of its processes.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Measure {
  /** Milliseconds from the start of the process to its end. */
  readonly ms: number;
  /**
   * The peak memory of the process and its descendants together, in bytes; null where the system has no `/proc`. It is a sum of
   * each process's own peak so far (the kernel's VmHWM), so it includes peaks between two samples.
   */
  readonly peakBytes: number | null;
  /**
   * Milliseconds that processors worked for the process and its descendants, which other work on the machine disturbs less; null where there
   * is no `/proc`. That of the last sample, so it lacks `SAMPLE_EVERY_MS` of each processor at most.
   */
  readonly cpuMs: number | null;
  readonly stdout: string;
}

/** Short enough for short builds; sampling then takes less than a thousandth of a core. */
const SAMPLE_EVERY_MS = 25;

/** Of processor time, as the kernel counts it: sysconf(3), `_SC_CLK_TCK`. */
const TICKS_A_SECOND = existsSync('/proc/self/stat')
  ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  : 100;

/** Runs a command to its end. Throws an error with the command's output when the command fails. */
export function measure(command: string, args: readonly string[], folder: string): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: '1' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    let peakBytes: number | null = null;
    let cpuMs: number | null = null;
    const sample = () => {
      if (child.pid === undefined) return;
      const bytes = treeBytes(child.pid);
      if (bytes !== null) peakBytes = Math.max(peakBytes ?? 0, bytes);
      const ticks = treeTicks(child.pid);
      if (ticks !== null) cpuMs = Math.max(cpuMs ?? 0, (ticks * 1000) / TICKS_A_SECOND);
    };
    const sampling = setInterval(sample, SAMPLE_EVERY_MS);
    child.on('error', error => {
      clearInterval(sampling);
      reject(error);
    });
    let ms = 0;
    child.on('exit', () => {
      ms = performance.now() - started;
      clearInterval(sampling);
    });
    // `close` follows `exit` when all output has arrived.
    child.on('close', code => {
      if (code === 0) resolve({ ms, peakBytes, cpuMs, stdout });
      else
        reject(
          new Error(
            `${command} ${args.join(' ')} ended with status ${code}:\n${(stderr || stdout).slice(-4000)}`,
          ),
        );
    });
  });
}

/** The sum of VmHWM of a process and its descendants; null when the process has ended or there is no `/proc`. */
function treeBytes(pid: number): number | null {
  const own = highWater(pid);
  if (own === null) return null;
  let total = own;
  for (const child of childrenOf(pid)) total += treeBytes(child) ?? 0;
  return total;
}

/** Processor time of a process and its descendants; of those that ended, their parents know it. null: it has ended, or there is no `/proc`. */
function treeTicks(pid: number): number | null {
  // Fields 14 to 17 of proc_pid_stat(5); the second, a name in parentheses, may hold spaces.
  const fields = readIfThere(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  if (fields.length < 15) return null;
  let total = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
  for (const child of childrenOf(pid)) total += treeTicks(child) ?? 0;
  return total;
}

/** The process's peak memory in bytes. The kernel gives kibibytes, though it calls them kB: proc_pid_status(5). */
function highWater(pid: number): number | null {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`))?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

/** The process's children. The kernel lists them by the thread that started them: proc_tid_children(5). */
function childrenOf(pid: number): readonly number[] {
  let threads: readonly string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap(thread =>
    readIfThere(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

/** The file's text; empty when the file does not exist, since a process may end at any time. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
