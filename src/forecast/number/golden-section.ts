const ratio = (Math.sqrt(5) - 1) / 2;

/**
 * Where a function of one number is least, between two bounds; exact to the tolerance if it has one valley there.
 *
 * @param loss a function of one number; may be infinite
 * @param pieces the bounds are first cut in so many pieces, and the valley sought beside the lowest cut
 * @see J. Kiefer, Sequential minimax search for a maximum, Proceedings of the AMS 4, 1953
 */
export function goldenSection(
  loss: (x: number) => number,
  from: number,
  to: number,
  tolerance = 1e-5,
  pieces = 1,
): number {
  let [low, high] = pieces > 1 ? besideLowest(loss, from, to, pieces) : [from, to];
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let atLeft = loss(left);
  let atRight = loss(right);
  while (high - low > tolerance) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - ratio * (high - low);
      atLeft = loss(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + ratio * (high - low);
      atRight = loss(right);
    }
  }
  return (low + high) / 2;
}

function besideLowest(
  loss: (x: number) => number,
  from: number,
  to: number,
  pieces: number,
): readonly [number, number] {
  const width = (to - from) / pieces;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (let i = 0; i <= pieces; i++) {
    const here = loss(from + i * width);
    if (here < least) [best, least] = [from + i * width, here];
  }
  return [Math.max(from, best - width), Math.min(to, best + width)];
}
