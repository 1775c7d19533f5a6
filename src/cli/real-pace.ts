// Time as the machine has it, for what waits and tries again.
import { setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '../asking/pace.ts';

export const REAL_PACE: Pace = { now: Date.now, wait, random: Math.random };
