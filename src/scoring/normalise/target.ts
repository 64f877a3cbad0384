import { momentsOf } from "../statistics/moments";
import type { Frame } from "./frame";

/** The way to a target, from where the worst city (or a fixed start) is. */
export interface Target {
  readonly kind: "target";
  /** In the indicator's own unit. */
  readonly target: number;
  /** Where the way begins; by default the worst value there is. */
  readonly from?: number;
  /** Whether a value beyond the target counts as the target, and one before the start as the start; by default so. */
  readonly clip?: boolean;
}

/**
 * The share of the way to the target that each city has come, on the scale.
 *
 * @returns false if every city has reached the same point
 * @throws RangeError if the target is not better than the start
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.4
 */
export function target(values: Float64Array, out: Float64Array, frame: Frame, method: Target): boolean {
  const { least, greatest } = momentsOf(values);
  const start = method.from ?? (frame.more ? least : greatest);
  const way = method.target - start;
  if (!Number.isFinite(way) || (frame.more ? way <= 0 : way >= 0)) {
    const wanted = frame.more ? "above" : "below";
    throw new RangeError(`target expects a target ${wanted} the start (${start}), got ${method.target}`);
  }
  const [low, high] = frame.scale;
  for (let i = 0; i < values.length; i++) {
    const share = (values[i]! - start) / way;
    out[i] = low + (method.clip === false ? share : Math.min(1, Math.max(0, share))) * (high - low);
  }
  return least < greatest;
}
