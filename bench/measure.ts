// A command to the time it took and the memory it and all its children held at most.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measure {
  /** From the start of the process to its end. */
  readonly ms: number;
  /**
   * The most that all processes of the tree held together, in bytes; null where the system has no `/proc`. Each process
   * counts with its own highest value so far (VmHWM, which the kernel keeps), so a peak between two looks is seen too.
   */
  readonly peakBytes: number | null;
  readonly stdout: string;
}

/** Often enough to see short builds, seldom enough to cost less than a thousandth of a core. */
const LOOK_EVERY_MS = 25;

/** Runs a command to its end. Throws with what it printed when it fails. */
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
    const look = () => {
      const bytes = child.pid === undefined ? null : treeBytes(child.pid);
      if (bytes !== null) peakBytes = Math.max(peakBytes ?? 0, bytes);
    };
    const looking = setInterval(look, LOOK_EVERY_MS);
    child.on('error', error => {
      clearInterval(looking);
      reject(error);
    });
    let ms = 0;
    child.on('exit', () => {
      ms = performance.now() - started;
      clearInterval(looking);
    });
    // Later than `exit`: all that was printed has arrived.
    child.on('close', code => {
      if (code === 0) resolve({ ms, peakBytes, stdout });
      else
        reject(
          new Error(
            `${command} ${args.join(' ')} ended with status ${code}:\n${(stderr || stdout).slice(-4000)}`,
          ),
        );
    });
  });
}

/** VmHWM of a process and of all below it; null when it has gone or there is no `/proc`. */
function treeBytes(pid: number): number | null {
  const own = highWater(pid);
  if (own === null) return null;
  let total = own;
  for (const child of childrenOf(pid)) total += treeBytes(child) ?? 0;
  return total;
}

/** See proc_pid_status(5); the kernel gives kibibytes. */
function highWater(pid: number): number | null {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`))?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

/** Each thread lists the processes that it started: proc_tid_children(5). */
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

/** Processes end while they are being looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
