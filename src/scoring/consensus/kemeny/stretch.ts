/** A stretch of an order of which other orders may be as good, and the places that are known of all candidates. */
export interface Stretch {
  /** Its first position. */
  readonly start: number;
  /** How many positions it takes. */
  readonly size: number;
  /** Positions in all. */
  readonly n: number;
  /** By position: `leads[p * n + q]` is what p above q saves beside q above p. */
  readonly leads: Float64Array;
  /** By position: the best place, from 0; lowered in place. */
  readonly best: Uint32Array;
  /** By position: the worst place, from 0; raised in place. */
  readonly worst: Uint32Array;
}
