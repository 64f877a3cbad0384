import { type Interval, type ProjectedPoint } from "../../forecast";

/** A projected year with its intervals; an end without bound is null. */
export const pointOf = ({ at, value, intervals }: ProjectedPoint) => ({
  year: at,
  value: tidy(value),
  intervals: intervals.map(intervalOf),
});

const intervalOf = ({ level, low, high }: Interval) => ({
  level,
  low: Number.isFinite(low) ? tidy(low) : null,
  high: Number.isFinite(high) ? tidy(high) : null,
});

/** A number without the dust of its reckoning: to twelve digits. */
export const tidy = (value: number): number => Number(value.toPrecision(12));
