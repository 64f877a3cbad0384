import { type Measure } from "../../forecast";

/** An indicator, as far as it is projected. */
export interface ProjectedIndicator {
  readonly id: string;
  readonly slug: string;
  readonly unit: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** The types of its subjects: `COUNTRY`. */
  readonly subjects: readonly string[];
}

/**
 * What kind of number an indicator holds: between its two bounds, an amount where nothing below 0 makes sense, else any
 * number.
 */
export function measureOf({ minimum, maximum }: Pick<ProjectedIndicator, "minimum" | "maximum">): Measure {
  if (minimum !== null && maximum !== null) return { kind: "bounded", low: minimum, high: maximum };
  return minimum !== null && minimum >= 0 ? { kind: "positive" } : { kind: "any" };
}
