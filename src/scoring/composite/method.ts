import type { Aggregation } from "../means/mean";
import type { Normalisation } from "../normalise/normalisation";
import type { OutlierRule } from "../outliers/outlier-rule";
import type { Dimension } from "./tree";

/** How an index is made: everything but the numbers. Plain data, so that it can be stored, printed and compared. */
export interface IndexMethod {
  readonly tree: Dimension;
  /** Worst and best score; by default 0 and 100. */
  readonly scale?: readonly [number, number];
  /** For every indicator that does not say otherwise; by default min-max. */
  readonly normalise?: Normalisation;
  /** For every dimension that does not say otherwise; by default the arithmetic mean. */
  readonly aggregate?: Aggregation;
  /** For every indicator that does not say otherwise; by default outliers are left. */
  readonly outliers?: OutlierRule;
  /** What happens to a city of which something is not known; by default it is excluded, with the reason. */
  readonly missing?: MissingPolicy;
}

/**
 * What happens to a city of which something is not known. Never is it counted as zero.
 *
 * - `exclude`: the city gets no score
 * - `coverage`: it gets one if at least this share of the indicators is known (`each`: also within every dimension);
 *   what is not known is left out and its weight shared among its siblings
 * - `group mean`: it gets the mean of the known values of its group (see `IndexData.groups`), marked as imputed;
 *   with `atLeast`, only if that share of its indicators is known, and never if none is
 */
export type MissingPolicy =
  | { readonly policy: "exclude" }
  | { readonly policy: "coverage"; readonly atLeast: number; readonly each?: boolean }
  | { readonly policy: "group mean"; readonly atLeast?: number };

/** The numbers an index is made from: one entry a city in every column, all columns in the same order of cities. */
export interface IndexData {
  /** By name, in the indicator's own unit; null (or NaN in a Float64Array) where not known. */
  readonly columns: Readonly<Record<string, ArrayLike<number | null>>>;
  /** Standard errors by the name of the column they belong to, in its unit; null or absent where not known. */
  readonly errors?: Readonly<Record<string, ArrayLike<number | null>>>;
  /** Each city's group, for the policy `group mean`; by default all are one group. */
  readonly groups?: ArrayLike<string | number>;
}
