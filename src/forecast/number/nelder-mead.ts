interface Corner {
  readonly at: readonly number[];
  readonly loss: number;
}

/**
 * Where a function of several numbers is least, near a start: the simplex of Nelder and Mead, without derivatives.
 *
 * @param loss a function of n numbers; answers Infinity where a point is not allowed
 * @param start n numbers, an allowed point
 * @param steps n numbers: how far the first simplex reaches in each direction
 * @param limit the most steps taken
 * @param tolerance stops when the losses at the corners differ by less than this share
 * @see J. A. Nelder and R. Mead, A Simplex Method for Function Minimization, The Computer Journal 7, 1965
 */
export function nelderMead(
  loss: (x: readonly number[]) => number,
  start: readonly number[],
  steps: readonly number[],
  limit = 400,
  tolerance = 1e-8,
): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, loss: loss(at) });
  const simplex = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + steps[j]! : x)))].map(corner);
  simplex.sort((a, b) => a.loss - b.loss);
  for (let step = 0; step < limit; step++) {
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (worst.loss - best.loss <= tolerance * (Math.abs(best.loss) + 1e-300)) break;
    const next = improved(simplex, corner);
    if (next) insert(simplex, next);
    else {
      for (let i = 1; i < simplex.length; i++) simplex[i] = corner(between(best.at, simplex[i]!.at, 0.5));
      simplex.sort((a, b) => a.loss - b.loss);
    }
  }
  return simplex[0]!;
}

/** A better corner in place of the worst, if one is found on the line through the centre of the others. */
function improved(simplex: readonly Corner[], corner: (at: readonly number[]) => Corner): Corner | undefined {
  const worst = simplex.at(-1)!;
  const centre = centreOf(simplex);
  const along = (t: number): Corner => corner(between(centre, worst.at, t));
  const reflected = along(-1);
  if (reflected.loss < simplex[0]!.loss) {
    const expanded = along(-2);
    return expanded.loss < reflected.loss ? expanded : reflected;
  }
  if (reflected.loss < simplex.at(-2)!.loss) return reflected;
  const contracted = reflected.loss < worst.loss ? along(-0.5) : along(0.5);
  return contracted.loss < Math.min(reflected.loss, worst.loss) ? contracted : undefined;
}

/** The centre of all corners but the worst. */
function centreOf(simplex: readonly Corner[]): number[] {
  const n = simplex.length - 1;
  const centre: number[] = [];
  for (let j = 0; j < n; j++) {
    let total = 0;
    for (let i = 0; i < n; i++) total += simplex[i]!.at[j]!;
    centre.push(total / n);
  }
  return centre;
}

/** Puts a corner in its place, and the worst out. */
function insert(simplex: Corner[], corner: Corner): void {
  let at = simplex.length - 1;
  while (at > 0 && simplex[at - 1]!.loss > corner.loss) {
    simplex[at] = simplex[at - 1]!;
    at--;
  }
  simplex[at] = corner;
}

/** The point at a share of the way from one to another. */
function between(from: readonly number[], to: readonly number[], share: number): number[] {
  const point: number[] = [];
  for (let i = 0; i < from.length; i++) point.push(from[i]! + share * (to[i]! - from[i]!));
  return point;
}
