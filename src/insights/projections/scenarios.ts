import { type ScenarioPoint } from "../../forecast";
import { firstOf } from "../read/counts";
import { type AskedScenario } from "./question";
import { pointOf, tidy } from "./shown-point";

/** Scenarios as the graph tells them, each beside the base case. */
export const scenariosOf = (asked: readonly AskedScenario[], found: readonly (readonly ScenarioPoint[])[]): object[] =>
  asked.map(({ name = null, from, growthPercent }, i) => ({
    name: name ?? `${growthPercent > 0 ? "+" : ""}${growthPercent} percentage points a year from ${from} on`,
    from,
    growthPercent,
    points: ({ first }: { first: number }) =>
      firstOf(
        found[i]!.map(({ base, effect, effectShare, ...point }) => ({
          ...pointOf(point),
          base: tidy(base),
          effect: tidy(effect),
          effectPercent: tidy(100 * effectShare),
        })),
        first,
        500,
      ),
  }));
