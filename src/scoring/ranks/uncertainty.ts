import type { Aggregation } from "../means/mean";
import type { Normalisation } from "../normalise/normalisation";

/** What could as well have been otherwise. */
export interface Uncertainty {
  /**
   * How weights vary, within each dimension on its own: `fixed`; `uniform`, where every weighting of the parts that weigh
   * anything is equally likely; or
   * around the method's own weights w, drawn from a Dirichlet distribution with shapes concentration x w. Then a weight
   * has mean w and standard deviation sqrt(w (1 - w) / (concentration + 1)): with w 0.25, 0.06 at 50 (the default) and
   * 0.14 at 9. A weight of 0 stays 0.
   */
  readonly weights?: "fixed" | "uniform" | { readonly concentration: number };
  /**
   * Normalisations, each as likely, in place of the method's, for all indicators but those with numbers of their own
   * (goalposts, a target, a reference, classes), which keep them (on their scale: beside places or standard deviations they weigh otherwise). By default the method's own.
   */
  readonly normalisations?: readonly Normalisation[];
  /** Aggregations, each as likely, for all dimensions in place of the method's. By default the method's own. */
  readonly aggregations?: readonly Aggregation[];
  /**
   * Whether values vary by their standard errors (`IndexData.errors`), as independent normal variables: on the scale of
   * the transform, so that a logarithm stays one. Values without a known error, and imputed ones, stay. False by default.
   */
  readonly errors?: boolean;
}
