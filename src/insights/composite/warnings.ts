import { type Definition, leavesOf, type Part, type Simulation } from "./definition";
import { type Reckoned } from "./reckoned-index";

/** What a reader should mind. */
export function warningsOf({ definition, simulation, measures, index, proxies }: Reckoned): string[] {
  const used = leavesOf(definition.parts).map(({ indicator }) => measures.get(indicator)!);
  const named = (use: string) => used.filter((measure) => measure.use === use).map(({ slug }) => slug);
  const context = named("CONTEXT");
  const careful = named("SUPPLEMENTARY");
  return [
    ...(context.length > 0 ? [`fit for reading, not for scoring: ${context.join(", ")}`] : []),
    ...(careful.length > 0 ? [`to be scored with care, mind their caveats: ${careful.join(", ")}`] : []),
    ...(proxies > 0 ? [`${proxies} values are of countries: they tell no two cities of one country apart`] : []),
    ...drawnScales(definition, simulation),
    ...index.warnings,
  ];
}

/** Places and standard deviations beside goalposts that stay are on another scale than those. */
function* drawnScales({ parts }: Definition, { draws, normalisations }: Simulation): Iterable<string> {
  const others = [...new Set(normalisations)].filter((choice) => choice === "RANK" || choice === "Z_SCORE");
  const kept = keepingOwn(parts);
  if (draws === 0 || others.length === 0 || kept.length === 0) return;
  yield `the simulation mixes scales: ${kept.join(", ")} from 0 to 100 between their ends, the others by ${others.join(" or ")}`;
}

/** Indicators whose ends were chosen for them: a simulation leaves them as they are. */
export const keepingOwn = (parts: readonly Part[]): string[] =>
  leavesOf(parts)
    .filter(({ normalise }) => normalise === "GOALPOSTS" || normalise === "TARGET")
    .map(({ name }) => name);
