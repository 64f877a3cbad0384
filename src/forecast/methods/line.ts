/** A straight line: its height at the first value, and its rise a step. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/** The straight line nearest to the values by least squares; level where there is only one value. */
export function line(values: readonly number[]): Line {
  const n = values.length;
  const middle = (n - 1) / 2;
  let [total, moment, width] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    total += values[i]!;
    moment += (i - middle) * values[i]!;
    width += (i - middle) ** 2;
  }
  const slope = width === 0 ? 0 : moment / width;
  return { intercept: total / n - slope * middle, slope };
}

/** The lines nearest to ever longer beginnings of the values: none, one, two, ... all; level before there are two. */
export function linesSoFar(values: readonly number[]): Line[] {
  const lines: Line[] = [{ intercept: values[0] ?? 0, slope: 0 }];
  let mean = 0;
  let slope = 0;
  values.forEach((value, i) => {
    const n = i + 1;
    if (n > 1) slope = ((n - 2) * slope + (6 / n) * (value - mean)) / (n + 1);
    mean += (value - mean) / n;
    lines.push({ intercept: mean - (slope * (n - 1)) / 2, slope });
  });
  return lines;
}
