/** What every normalisation is told: which way is better, and the ends of the scale that scores are shown on. */
export interface Frame {
  /** Whether more is better. */
  more: boolean;
  /** Worst and best score, such as 0 and 100. */
  scale: readonly [number, number];
}
