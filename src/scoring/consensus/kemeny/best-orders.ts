import { type Stretch } from "./stretch";

/** Of groups up to this size every best order is looked at: 2^12 sets are few. */
export const widestListed = 12;

/**
 * Widens places by all orders of a group that cost no more than the one given.
 *
 * For every set that an order can begin with, the least cost of the beginning and the least cost of the rest are found;
 * a candidate can stand next after the set if both and its own cost come to no more than the order's.
 *
 * @param stretch the group, of at most `widestListed` positions
 * @see M. Held and R. M. Karp, A dynamic programming approach to sequencing problems, Journal of SIAM 10, 1962
 */
export function placesInBestOrders({ start, size, n, leads, best, worst }: Stretch): void {
  const full = 2 ** size - 1;
  // What v loses if it stands above all that are not in the set: only pairs that the order given has the other way.
  const next = (v: number, set: number) => {
    let lost = 0;
    for (let other = 0; other < v; other++) if (!((set >> other) & 1)) lost += leads[(start + other) * n + start + v]!;
    return lost;
  };
  const [before, after] = [new Float64Array(full + 1).fill(Infinity), new Float64Array(full + 1).fill(Infinity)];
  before[0] = after[full] = 0;
  for (let set = 0; set < full; set++) {
    for (let v = 0; v < size; v++) {
      if ((set >> v) & 1) continue;
      const longer = set | (1 << v);
      before[longer] = Math.min(before[longer]!, before[set]! + next(v, set));
    }
  }
  for (let set = full - 1; set >= 0; set--) {
    for (let v = 0; v < size; v++) {
      if (!((set >> v) & 1)) after[set] = Math.min(after[set]!, after[set | (1 << v)]! + next(v, set));
    }
  }
  const allowed = roundingOf({ start, size, n, leads });
  for (let set = 0; set < full; set++) {
    const place = start + countOf(set);
    for (let v = 0; v < size; v++) {
      if ((set >> v) & 1 || before[set]! + next(v, set) + after[set | (1 << v)]! > allowed) continue;
      best[start + v] = Math.min(best[start + v]!, place);
      worst[start + v] = Math.max(worst[start + v]!, place);
    }
  }
}

/** Costs are told against the order given, which loses nothing; what is less than this of all leads is rounding. */
function roundingOf({ start, size, n, leads }: Pick<Stretch, "start" | "size" | "n" | "leads">): number {
  let sum = 0;
  for (let p = start; p < start + size; p++)
    for (let q = p + 1; q < start + size; q++) sum += Math.abs(leads[p * n + q]!);
  return 1e-9 * sum;
}

function countOf(set: number): number {
  let count = 0;
  for (let bits = set; bits !== 0; bits &= bits - 1) count++;
  return count;
}
