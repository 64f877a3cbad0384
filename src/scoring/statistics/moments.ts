/** What a set of numbers looks like; NaN stands for a value that is not known, and is passed over. */
export interface Moments {
  /** How many values are known. */
  count: number;
  /** NaN when no value is known, as are the rest. */
  mean: number;
  /** Sum of squared distances from the mean. */
  squares: number;
  least: number;
  greatest: number;
}

/** Count, mean, spread and ends of the known values, in two passes so that large numbers close together stay apart. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let count = 0;
  let sum = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (count === 0) return { count, mean: Number.NaN, squares: Number.NaN, least: Number.NaN, greatest: Number.NaN };
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = values[i]! - mean;
    if (!Number.isNaN(distance)) squares += distance * distance;
  }
  return { count, mean, squares: least === greatest ? 0 : squares, least, greatest };
}

/** The ends of the known values, in one pass; NaN when none is known. */
export function endsOf(values: Float64Array): Pick<Moments, "least" | "greatest"> {
  let least = Infinity;
  let greatest = -Infinity;
  // No comparison with NaN holds: what is not known is passed over.
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least > greatest ? { least: Number.NaN, greatest: Number.NaN } : { least, greatest };
}
