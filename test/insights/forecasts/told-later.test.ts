import { takenAsKnown, toldLaterOf } from "../../../src/insights/forecasts/told-later";
import { foretold } from "./foretold";

const early = foretold({ 2014: 100, 2018: 140, 2022: 180 }, { id: "Forecast:early", slug: "early", published: "2014" });
const late = foretold({ 2018: 125, 2030: 300 }, { id: "Forecast:late", slug: "late", published: "2018-06" });
const toldBy = (...others: ReturnType<typeof foretold>[]) =>
  toldLaterOf(early, takenAsKnown([early, ...others]), 2026).map(({ year, by, told, isGiven }) => [
    year,
    by.slug,
    told,
    isGiven,
  ]);

test("what a later forecast starts from is held against what was foretold of that year", () => {
  const [told, ...more] = toldLaterOf(early, takenAsKnown([early, late]), 2026);
  expect(more).toEqual([]);
  expect(told).toMatchObject({ year: 2018, foretold: 140, isGiven: true, told: 125, errorPercent: 12 });
  expect(told!.comparability).toEqual({ verdict: "WITH_CARE", reasons: ["neither of them says its definition"] });
});

test("years between its points are told as implied, and what counts otherwise as not comparable", () => {
  const other = { ...late, published: "2021", definition: "Lamps of streets.", points: foretold({ 2020: 150 }).points };
  expect(toldBy(other)).toEqual([[2020, "late", 150, false]]);
  const defined = { ...early, definition: "Lamps of parks." };
  expect(toldLaterOf(defined, takenAsKnown([other]), 2026)).toMatchObject([
    { comparability: { verdict: "NOT_COMPARABLE" } },
  ]);
});

test("what was still foretold itself, what is not over, and what was known before tell nothing", () => {
  expect(toldBy({ ...late, points: foretold({ 2018: 125 }).points })).toEqual([]);
  expect(toldBy({ ...late, published: null })).toEqual([]);
  expect(toldBy({ ...late, points: foretold({ 2014: 90, 2030: 300 }).points })).toEqual([]);
  expect(toldLaterOf(early, takenAsKnown([late]), 2018)).toEqual([]);
  const undated = { ...early, published: null };
  expect(toldLaterOf(undated, takenAsKnown([late]), 2026)).toMatchObject([{ year: 2018 }]);
  expect(toldLaterOf({ ...undated, points: undated.points.slice(1, 2) }, takenAsKnown([late]), 2026)).toEqual([]);
});
