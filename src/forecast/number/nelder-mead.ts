interface Corner {
  readonly at: readonly number[];
  readonly loss: number;
}

type Loss = (x: readonly number[]) => number;

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
  loss: Loss,
  start: readonly number[],
  steps: readonly number[],
  limit = 400,
  tolerance = 1e-8,
): Corner {
  const corners = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + steps[j]! : x)))];
  const simplex = corners.map((at) => ({ at, loss: loss(at) })).sort((a, b) => a.loss - b.loss);
  const centre = [...start];
  for (let step = 0; step < limit; step++) {
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (worst.loss - best.loss <= tolerance * (Math.abs(best.loss) + 1e-300)) break;
    place(centre, simplex);
    const next = improved(simplex, centre, loss);
    if (next) insert(simplex, next);
    else {
      for (let i = 1; i < simplex.length; i++) simplex[i] = corner(best.at, simplex[i]!.at, 0.5, loss);
      simplex.sort((a, b) => a.loss - b.loss);
    }
  }
  return simplex[0]!;
}

/** A better corner in place of the worst, if one is found on the line through the centre of the others. */
function improved(simplex: readonly Corner[], centre: readonly number[], loss: Loss): Corner | undefined {
  const worst = simplex.at(-1)!;
  const reflected = corner(centre, worst.at, -1, loss);
  if (reflected.loss < simplex[0]!.loss) {
    const expanded = corner(centre, worst.at, -2, loss);
    return expanded.loss < reflected.loss ? expanded : reflected;
  }
  if (reflected.loss < simplex.at(-2)!.loss) return reflected;
  const contracted = corner(centre, worst.at, reflected.loss < worst.loss ? -0.5 : 0.5, loss);
  return contracted.loss < Math.min(reflected.loss, worst.loss) ? contracted : undefined;
}

/** Sets the centre of all corners but the worst. */
function place(centre: number[], simplex: readonly Corner[]): void {
  const n = simplex.length - 1;
  for (let j = 0; j < n; j++) {
    let total = 0;
    for (let i = 0; i < n; i++) total += simplex[i]!.at[j]!;
    centre[j] = total / n;
  }
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

/** The corner at a share of the way from one point to another. */
function corner(from: readonly number[], to: readonly number[], share: number, loss: Loss): Corner {
  const at: number[] = [];
  for (let i = 0; i < from.length; i++) at.push(from[i]! + share * (to[i]! - from[i]!));
  return { at, loss: loss(at) };
}
