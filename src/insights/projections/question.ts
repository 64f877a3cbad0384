import { type MethodName } from "../../forecast";
import { badInput } from "../../graph/bad-input";
import { type AsOf } from "../read/as-of";
import { requireFrom } from "../read/counts";

/** A change of growth from a year on, as it is asked for. */
export interface AskedScenario {
  readonly name?: string | null;
  readonly from: number;
  /** Percentage points added to the growth of each year. */
  readonly growthPercent: number;
}

/** What is asked of a projection, but for whose it is. */
export interface Asked {
  readonly indicator: string;
  readonly horizon: number;
  readonly method?: string | null;
  readonly levels: readonly number[];
  readonly until?: number | null;
  readonly asOf?: AsOf | null;
  readonly scenarios?: readonly AskedScenario[] | null;
}

/** The same with the global id of the subject. */
export interface ProjectionInput extends Asked {
  readonly subject: string;
}

/** Years ahead, intervals and scenarios of one projection, and percentage points that a scenario adds, at most. */
export const most = { horizon: 200, levels: 10, scenarios: 10, growthPercent: 1_000 } as const;

/** A method's name in the graph: `OPTIMISED_THETA`. */
export const wordOf = (method: MethodName): string => method.toUpperCase().replaceAll("-", "_");

/** The method by its name in the graph. */
export const methodOf = (word: string): MethodName => word.toLowerCase().replaceAll("_", "-") as MethodName;

/** @throws GraphQLError BAD_USER_INPUT where a number is out of its range */
export function requireAsked({ horizon, levels, scenarios }: Asked): void {
  requireFrom(1, most.horizon, horizon, "horizon");
  if (levels.length < 1 || levels.length > most.levels)
    throw badInput(
      `\`levels\` expects 1 to ${most.levels} of them, no number without an interval, got ${levels.length}`,
    );
  for (const level of levels)
    if (!(level > 0 && level < 1))
      throw badInput(
        `\`levels\` expects probabilities above 0 and below 1, such as 0.95, got ${level}: nothing is certain at 100 %`,
      );
  for (const { growthPercent } of scenarios ?? [])
    if (!(growthPercent > -100 && growthPercent <= most.growthPercent))
      throw badInput(
        `\`growthPercent\` expects percentage points above -100 and up to ${most.growthPercent.toLocaleString("en")}, got ${growthPercent}`,
      );
  if ((scenarios?.length ?? 0) > most.scenarios)
    throw badInput(`\`scenarios\` expects at most ${most.scenarios}, got ${scenarios!.length}`);
}
