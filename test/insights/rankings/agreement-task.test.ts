import { agreements } from "../../../src/insights/rankings/compare/agreement-task";

const whole = [1, 2, 3, 4, 5, null];
const broken = [null, 20, 21, 5, 9, 40];
const measured = (a: (number | null)[], b: (number | null)[]) =>
  agreements({ pairs: [[a, b]], names: [["atlas", "bund"]], top: 3, persistence: 0.9, seed: 1 })[0]!;

test("overlaps of a list whose first places are not all known are not measured, and the list is named", () => {
  const { rankBiasedOverlap, top, kendallTau, warnings } = measured(whole, broken);
  expect({ rankBiasedOverlap, top }).toEqual({ rankBiasedOverlap: null, top: null });
  expect(kendallTau!.value).toBeCloseTo(-1 / 3, 12);
  // What was not looked at did not end early.
  expect(warnings.some((warning) => warning.startsWith("only the first"))).toBe(false);
  expect(warnings).toContain(
    "of bund places between the first and the last known are not known: overlaps are not measured",
  );
});

test("ties leave no gap, and a list may end early", () => {
  const { rankBiasedOverlap, top } = measured(whole, [1, 2, 2, 4, null, null]);
  expect(rankBiasedOverlap!.atMost).toBeLessThanOrEqual(1);
  expect(top).toMatchObject({ places: 3, common: 3 });
});

test("whole lists without a city in common overlap by nothing", () => {
  const { rankBiasedOverlap, top } = measured([1, 2, 3, null, null, null], [null, null, null, 1, 2, 3]);
  expect(rankBiasedOverlap!.value).toBe(0);
  expect(top!.common).toBe(0);
});
