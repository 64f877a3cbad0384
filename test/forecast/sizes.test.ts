import { shrunk, sizeWithin, usualSizes } from "../../src/forecast/intervals/sizes";

// Two-sided quantiles of Student's t with 3 degrees of freedom, from any table of it.
test.each([
  [0.5, 0.765],
  [0.8, 1.638],
  [0.95, 3.182],
  [0.99, 5.841],
])("%d of the usual sizes lie within the quantile of t with 3 degrees of freedom", (share, t) => {
  expect(sizeWithin(usualSizes, share) / 0.77).toBeCloseTo(t, 3);
});

test("however far out, a share is a share", () => {
  expect(usualSizes.within(Number.POSITIVE_INFINITY)).toBeCloseTo(1, 6);
});

test("own sizes replace the usual ones the more, the more places they come from", () => {
  const small = Array.from({ length: 50 }, (_, i) => i / 500);
  const few = sizeWithin(shrunk(small, 5, usualSizes, 15), 0.8);
  const many = sizeWithin(shrunk(small, 500, usualSizes, 15), 0.8);
  expect(few).toBeLessThan(sizeWithin(usualSizes, 0.8));
  expect(many).toBeLessThan(few);
  expect(shrunk([], 0, usualSizes, 15)).toBe(usualSizes);
});
