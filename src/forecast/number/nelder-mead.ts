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
  for (let step = 0; step < limit; step++) {
    simplex.sort((a, b) => a.loss - b.loss);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (worst.loss - best.loss <= tolerance * (Math.abs(best.loss) + 1e-12)) break;
    const centre = start.map((_, j) => simplex.slice(0, -1).reduce((total, c) => total + c.at[j]!, 0) / start.length);
    const along = (t: number): Corner => corner(centre.map((c, j) => c + t * (worst.at[j]! - c)));
    const next = improve(simplex, along);
    if (next) simplex[simplex.length - 1] = next;
    else for (let i = 1; i < simplex.length; i++) simplex[i] = corner(halfway(simplex[i]!.at, best.at));
  }
  return simplex.reduce((a, b) => (b.loss < a.loss ? b : a));
}

function improve(simplex: readonly Corner[], along: (t: number) => Corner): Corner | undefined {
  const best = simplex[0]!;
  const second = simplex.at(-2)!;
  const worst = simplex.at(-1)!;
  const reflected = along(-1);
  if (reflected.loss < best.loss) {
    const expanded = along(-2);
    return expanded.loss < reflected.loss ? expanded : reflected;
  }
  if (reflected.loss < second.loss) return reflected;
  const contracted = reflected.loss < worst.loss ? along(-0.5) : along(0.5);
  return contracted.loss < Math.min(reflected.loss, worst.loss) ? contracted : undefined;
}

const halfway = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => (x + b[i]!) / 2);
