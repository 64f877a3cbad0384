import { type Bound, type Prices } from "../../graph/price";
import { most } from "./question";

/** The arguments that say how long lists of a projection can be. */
export const projectionBounds = ["horizon", "levels"] as const;

const eachYear: Bound = { by: "horizon", most: most.horizon };
const eachLevel: Bound = { by: "levels", most: most.levels };

/** How long the lists of projections can be. */
export const projectionPrices: Prices = {
  Projection: { points: { rows: eachYear }, scenarios: { rows: most.scenarios } },
  ProjectedYear: { intervals: { rows: eachLevel } },
  ProjectionScenario: { points: { rows: eachYear } },
  ScenarioYear: { intervals: { rows: eachLevel } },
  ProjectionOutcome: { points: { rows: eachYear }, coverage: { rows: eachLevel } },
  BackTest: { errorByStep: { rows: eachYear }, coverage: { rows: eachLevel } },
  Milestone: { years: { rows: eachYear } },
};
