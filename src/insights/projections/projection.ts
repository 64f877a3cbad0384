import { type Computed } from "../../graph/model";
import { type Reckoned } from "../../graph/reckoned";
import { City } from "../../knowledge/cities/city";
import { Country } from "../../knowledge/countries/country";
import { foretold, nothingKnown } from "./foretold";
import { projectionBounds, projectionPrices } from "./prices";
import { type Asked, most, type ProjectionInput } from "./question";
import { shownProjection } from "./shown";
import { readIndicator, requireSubject } from "./subject";

/** The yearly values of any subject carried on. */
export const projection: Reckoned = {
  field: "projection",
  cost: 3_000,
  bounds: projectionBounds,
  pricesWithin: projectionPrices,
  sdl: '("Of what, and how far." input: ProjectionInput!): Projection',
  description:
    "The yearly values of an indicator carried on, with intervals that cover as often as they say and a back-test beside them. Projections are ours; what sources foretell are forecasts. Null, with an error, where nothing is known to carry on.",
  reckon: (async ({ input }: { input: ProjectionInput }, asking) => {
    await requireSubject(asking, input.subject);
    const found = await foretold(input, asking);
    if (found === null) throw nothingKnown(input, await readIndicator(asking, input.indicator));
    return shownProjection(input, found, asking);
  }) as Reckoned["reckon"],
};

/** The same for rows, as lists of them want it. */
export const ownProjections: readonly Computed[] = [City, Country].map((owner) => ({
  owner,
  field: "projection",
  cost: 1_000,
  once: 2_100,
  bounds: projectionBounds,
  sdl: `(
    "The slug of the indicator." indicator: Slug!
    "How many years ahead of its last known value, 1 to ${most.horizon}." horizon: Int! = 10
    "How to carry it on; the combination by default." method: ProjectionMethod
    "Probabilities of the intervals, above 0 and below 1; at most ${most.levels}." levels: [Float!]! = [0.5, 0.8, 0.95]
    "The last year that may be known; all years by default." until: Year
    "The graph as it was; as of the answer by default." asOf: AsOfInput
    "Changes of growth, each answered beside the base case; at most ${most.scenarios}." scenarios: [ScenarioInput!]
  ): Projection`,
  description:
    "The yearly values of an indicator carried on, with intervals and a back-test. Null where no yearly value is known. At most 100 in one answer.",
  needs: "{ id }",
  compute: async (row, args, asking) => {
    const input: ProjectionInput = { ...(args as unknown as Asked), subject: String(row["id"]) };
    const found = await foretold(input, asking);
    return found && shownProjection(input, found, asking);
  },
}));
