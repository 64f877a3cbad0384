import { type Bound, type Prices } from "../../graph/price";

/** One for each indicator; a dimension counts as well. */
const eachPart: Bound = { by: "parts", most: 100 };

/** One for each value, and one for each weight. */
const partsTwice = 200;

/**
 * What the parts of an index cost: each year is an index of its own; each sampling of choices is some thousand draws; each
 * change some hundred indices of a city.
 */
export const compositePrices: Prices = {
  CompositeIndex: {
    change: { cost: 2_000, rows: partsTwice },
    choices: { cost: 2_000 },
    difference: { rows: partsTwice },
    weights: { rows: eachPart },
    licences: { rows: 50 },
  },
  CompositeScore: {
    changesUp: { cost: 20, rows: eachPart },
    contributions: { rows: eachPart },
    dimensions: { rows: eachPart },
    chances: { rows: 200 },
  },
  ExcludedCity: { missing: { rows: eachPart } },
};
