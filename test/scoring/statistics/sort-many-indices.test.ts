import fc from "fast-check";
import { sortManyByKeyDescending } from "../../../src/scoring/statistics/sort-many-indices";

const sorted = (keys: readonly number[]): number[] => {
  const indices = Uint32Array.from(keys.keys());
  sortManyByKeyDescending(indices, Float64Array.from(keys), new Uint32Array(keys.length));
  return [...indices];
};

test("puts the greatest key first, equal ones as they came, zeros of both signs being equal", () => {
  expect(sorted([0, 2, -0, -1, 2, 1e-300, -1e300, 1e300])).toEqual([7, 1, 4, 5, 0, 2, 3, 6]);
});

test("sorts as comparing does, whatever finite keys there are", () => {
  const key = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(1, 1 + Number.EPSILON, -1, -1 - Number.EPSILON, Number.MIN_VALUE, -Number.MIN_VALUE),
  );
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 80 }), (keys) => {
      const compared = [...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b);
      expect(sorted(keys)).toEqual(compared);
    }),
    { numRuns: 500 },
  );
});
