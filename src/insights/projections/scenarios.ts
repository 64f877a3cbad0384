import { type ScenarioPoint } from "../../forecast";
import { firstOf } from "../read/counts";
import { type AskedScenario } from "./question";
import { pointOf, tidy } from "./shown-point";

/** Scenarios as the graph tells them, each beside the base case. */
export const scenariosOf = (asked: readonly AskedScenario[], found: readonly (readonly ScenarioPoint[])[]): object[] =>
  asked.map(({ name = null, from, growthPercent }, i) => ({
    name: name ?? wordsFor(from, growthPercent),
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

function wordsFor(from: number, growth: number): string {
  const points = Math.abs(growth) === 1 ? "percentage point" : "percentage points";
  return `growth of ${Math.abs(growth)} ${points} ${growth < 0 ? "less" : "more"} a year from ${from} on`;
}
