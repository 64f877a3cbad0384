import { shrunk, sizeWithin, usualSizes } from "../../src/forecast/intervals/sizes";

// Two-sided quantiles of Student's t with 3 degrees of freedom, from any table of it.
test.each([
  [0.5, 0.765],
  [0.8, 1.638],
  [0.95, 3.182],
  [0.99, 5.841],
])("%d of the usual sizes lie within the quantile of t with 3 degrees of freedom", (share, t) => {
  expect(sizeWithin(usualSizes(1), share) / 0.77).toBeCloseTo(t, 3);
  expect(sizeWithin(usualSizes(4), share)).toBeCloseTo(t, 3);
});

test("however far out, a share is a share", () => {
  expect(usualSizes(1).within(Number.POSITIVE_INFINITY)).toBeCloseTo(1, 6);
});

test("own sizes replace the usual ones the more, the more places they come from", () => {
  const usual = usualSizes(1);
  const small = Array.from({ length: 50 }, (_, i) => i / 500);
  const few = sizeWithin(shrunk(small, 5, usual, 15), 0.8);
  const many = sizeWithin(shrunk(small, 500, usual, 15), 0.8);
  expect(few).toBeLessThan(sizeWithin(usual, 0.8));
  expect(many).toBeLessThan(few);
  expect(shrunk([], 0, usual, 15)).toBe(usual);
});
