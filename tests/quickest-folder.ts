// Where tests keep for a moment what nobody keeps.
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux's folder in memory. */
const IN_MEMORY = '/dev/shm';

/** Bytes; more than all sites of tests at one time need. */
const ROOM = 500_000_000;

/** In memory where there is room, since some disks take most of a build's time; else the folder of temporary files. */
export function quickestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
