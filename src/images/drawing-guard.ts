// A thread beside the one that draws ends their process when drawing takes too much: nothing else can stop the renderer, and a
// timer would not run while a file is parsed.
import { parentPort, workerData } from 'node:worker_threads';
import type { DrawingLimits } from './drawing-limits.ts';

/** How often it looks, in ms. */
const OFTEN = 20;

const { time, memory } = workerData as DrawingLimits;
let timer: NodeJS.Timeout | undefined;

/** true: a drawing begins; false: it is done. */
parentPort!.on('message', (draws: boolean) => {
  clearInterval(timer);
  if (!draws) return;
  const before = process.cpuUsage();
  const held = process.memoryUsage.rss();
  timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    const tooLong = (user + system) / 1000 > time;
    if (tooLong || process.memoryUsage.rss() - held > memory) process.kill(process.pid, 'SIGKILL');
  }, OFTEN);
});
