// Pauses between one try and the next, and the clock that ends them.
/** Time, as somebody who asks others spends it. */
export interface Pace {
  /** In ms. */
  now(): number;
  wait(ms: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}
