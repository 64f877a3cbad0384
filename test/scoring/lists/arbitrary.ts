import fc from "fast-check";
import { type RankList } from "../../../src/scoring";

/** Two lists over one universe, with ties, gaps and cities that only one has. */
export const twoLists = fc
  .array(fc.tuple(place(), place()), { minLength: 4, maxLength: 12 })
  .map((places) => [places.map(([a]) => a), places.map(([, b]) => b)] as const)
  .filter(([a, b]) => new Set(a.filter((rank, city) => rank !== null && b[city] !== null)).size > 1)
  .filter(([a, b]) => new Set(b.filter((rank, city) => rank !== null && a[city] !== null)).size > 1);

function place() {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

/** A list whose cities are renamed: `order[i]` is the old number of the new city i. */
export const renamed = (list: RankList, order: readonly number[]): RankList => order.map((city) => list[city]!);
