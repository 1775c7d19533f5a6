// What drawing one SVG file may take.

export interface DrawingLimits {
  /** Of processors' time, in ms. Time on a clock would depend on what else a machine does. */
  readonly time: number;
  /** Bytes, beyond what the process held before. */
  readonly memory: number;
}

/**
 * The demonstration's drawings take 0.03 s each, the slowest 0.2 s, and maps with thousands of outlines 1 s. A surface of the
 * largest size has 26 MB, so that fifteen layers within each other can be held.
 */
export const DRAWING_LIMITS: DrawingLimits = { time: 10_000, memory: 400 * 1024 * 1024 };
