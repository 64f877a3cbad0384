import { type Surroundings } from "../model";
import { type Variables } from "./bound";
import { type Calculation } from "./compile";
import { withoutSources } from "./licences";

/** The answer with its calculated fields filled in; their places are objects that hold the key `@`. */
export function withCalculations(
  data: string,
  calculations: readonly Calculation[],
  variables: Variables,
  surroundings: Surroundings,
): Record<string, unknown> {
  const args = calculations.map((calculation) => calculation.args(variables));
  return JSON.parse(data, (key, given: unknown) => {
    const value = withoutSources(key, given);
    if (typeof value !== "object" || value === null || !("@" in value)) return value;
    const { "@": number, row } = value as { "@": number; row: Record<string, unknown> };
    return calculations[number]!.computed.compute(row, args[number]!, surroundings);
  });
}
