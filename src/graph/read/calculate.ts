import { setImmediate as others } from "node:timers/promises";
import { type Asking } from "../reckoned";
import { type Variables } from "./bound";
import { type Calculation } from "./compile";
import { type Fitting } from "./fit";
import { withoutSources } from "./licences";

/** How long an answer may be reckoned at a stretch, in milliseconds; then others have their turn. */
const stretch = 10;

/** The answer with its calculated fields filled in; their places are objects that hold the key `@`. */
export async function withCalculations(
  data: string,
  calculations: readonly Calculation[],
  variables: Variables,
  fitting: Fitting,
  asking: Asking,
): Promise<Record<string, unknown>> {
  const args = calculations.map((calculation) => calculation.args(variables));
  const places: Place[] = [];
  const answer = JSON.parse(data, function (this: Holder, key, given: unknown) {
    const value = withoutSources(key, given);
    if (typeof value === "object" && value !== null && "@" in value) {
      places.push({ holder: this, key, ...(value as Pick<Place, "@" | "row">) });
    }
    return value;
  }) as Record<string, unknown>;
  let since = performance.now();
  // What lies within a row comes before the row: JSON is revived from within.
  for (const { holder, key, "@": number, row } of places) {
    const { computed, type, nodes } = calculations[number]!;
    fitting.give(holder, key, () => computed.compute(row, args[number]!, asking), type, nodes, `@${number}`);
    if (performance.now() - since < stretch) continue;
    await others();
    since = performance.now();
  }
  return answer;
}

type Holder = Record<string, unknown>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
  readonly "@": number;
  readonly row: Readonly<Record<string, unknown>>;
}
