import {
  type Aggregate,
  type Definition,
  leavesOf,
  type Normalise,
  nameOf,
  type Part,
  type Simulation,
  type Weights,
} from "./definition";
import { type Reckoned } from "./reckoned-index";

const means: Readonly<Record<Aggregate, string>> = {
  ARITHMETIC: "the weighted arithmetic mean",
  GEOMETRIC: "the weighted geometric mean",
  HARMONIC: "the weighted harmonic mean",
  POWER: "a power mean",
};
const scales: Readonly<Record<Normalise, string>> = {
  MIN_MAX: "from 0 for the worst to 100 for the best of these cities",
  Z_SCORE: "as standard deviations from the mean of these cities (50, 10 points each)",
  RANK: "by its place, the worst of n cities getting 1 point and the best n",
  PERCENTILE: "by the share of the other cities that it beats",
  GOALPOSTS: "between fixed goalposts",
  TARGET: "by the way to a target",
};
/** The power of a power mean is told: at 2 and at -2 it means the contrary. */
const meanInWords = (aggregate: Aggregate, power: number | null | undefined) =>
  aggregate === "POWER" ? `a power mean (power ${power})` : means[aggregate];
const weightingsOfParts: Readonly<Record<Weights, string>> = {
  GIVEN: "weights as given",
  EQUAL: "all parts weighing the same",
  ENTROPY: "weights from the entropy of the data",
  PRINCIPAL_COMPONENT: "weights from the first principal component",
};
const weightings: Readonly<Record<Weights, string>> = {
  GIVEN: "Weights are given",
  EQUAL: "All parts weigh the same",
  ENTROPY: "Weights come from the entropy of the data",
  PRINCIPAL_COMPONENT: "Weights come from the first principal component",
};
function outliersInWords({ outliers, outliersLow: low, outliersHigh: high }: Definition): string {
  const words = {
    KEPT: "Outliers are left as they are.",
    FENCES:
      "Values more than 1.5 interquartile ranges beyond the quartiles count as the outermost value within, where at least ten values are known.",
    SKEWNESS:
      "While skewness is above 2 and excess kurtosis above 3.5, the outermost value counts as the next one inwards, five at most, where at least ten values are known.",
    QUANTILES: `Values below the quantile ${low} or above the quantile ${high} count as that quantile.`,
    COUNT: `Of each indicator the ${low} least and the ${high} greatest values count as the next one inwards.`,
  };
  return words[outliers];
}

const groupsInWords: Readonly<Record<Definition["groupBy"], string>> = {
  ALL: "of the other cities",
  COUNTRY: "of the other cities of the country",
  GROUPS: "of the other cities of the group of countries",
};

const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;

/** How an index was reckoned, in words that can be printed beneath a table. */
export function methodInWords({
  definition,
  scope,
  simulation,
  index,
  excludedCount,
  years,
  proxies,
  imputed,
  columns,
}: Reckoned): string {
  const { parts, weights, judgements, aggregate, normalise } = definition;
  const scored = index.ranks.filter((rank) => rank !== null).length;
  return [
    `Scores of ${scored} cities from ${leavesOf(parts).length} indicators: ${parts.map((part) => partInWords(part, shareOf(index))).join("; ")}.`,
    `${judgements ? "Weights come from pairwise judgements" : weightings[weights]}; the share of the whole stands behind each part.`,
    `Of each indicator ${scope.year ? `the figure of ${scope.year}` : "the latest figure"} counts${years ? ` (${years})` : ""}, measured, estimated or provisional, as the preferred claim has it; it is scaled ${scales[normalise]} unless said otherwise, and turned round where less is better.`,
    ...(definition.since && !scope.year
      ? [`Figures of periods that ended before ${definition.since} are not used.`]
      : []),
    outliersInWords(definition),
    `Parts are put together by ${meanInWords(aggregate, definition.power)} unless said otherwise.`,
    missingInWords(definition, excludedCount),
    ...(proxies > 0 ? [`${proxies} values are those of the country, standing in for the city's.`] : []),
    ...(imputed > 0 ? [`${imputed} values were imputed.`] : []),
    simulationInWords(parts, simulation, columns.hasErrors),
  ].join(" ");
}

const shareOf = (index: Reckoned["index"]) => (name: string) =>
  percent(index.nodes.find((node) => node.name === name)?.share ?? 0);

function partInWords(part: Part, share: (name: string) => string): string {
  const name = nameOf(part);
  if (!part.indicator) {
    const weights = part.judgements
      ? ", weights from pairwise judgements"
      : part.weights
        ? `, ${weightingsOfParts[part.weights]}`
        : "";
    const how = `${weights}${part.aggregate ? `, by ${meanInWords(part.aggregate, part.power)}` : ""}`;
    return `${name} (${share(name)}${how}: ${(part.parts ?? []).map((inner) => partInWords(inner, share)).join(", ")})`;
  }
  const { per, times, transform, normalise, low, high, target, proxy, indicator } = part;
  const notes = [
    share(name),
    ...(name === indicator ? [] : [`indicator ${indicator}`]),
    ...(per ? [`per ${per}${times != null ? ` x ${times}` : ""}`] : []),
    ...(transform ? [transform === "LOG" ? "logarithm" : "logarithm of 1 + the value"] : []),
    ...(normalise === "GOALPOSTS"
      ? [`goalposts ${low} and ${high}`]
      : normalise === "TARGET"
        ? [`target ${target}`]
        : normalise
          ? [scales[normalise]]
          : []),
    ...(proxy ? [`proxy ${proxy}`] : []),
  ];
  return `${name} (${notes.join(", ")})`;
}

function missingInWords({ missing, coverage, coverageEach, groupBy, groups }: Definition, excluded: number): string {
  const without = `${excluded} ${excluded === 1 ? "city has" : "cities have"} no score`;
  if (missing === "EXCLUDE") return `A city of which an indicator is not known has no score: ${without}.`;
  const each = coverageEach ? " in all and in each dimension" : "";
  if (missing === "COVERAGE")
    return `A city of which at least ${percent(coverage)} of the indicators is known${each} has a score; what is not known is left out and its weight shared among its siblings: ${without}.`;
  const named = groupBy === "GROUPS" ? ` (${groups!.map((group) => group.join(", ")).join("; ")}; all others)` : "";
  return `What is not known is taken as the mean ${groupsInWords[groupBy]}${named}, where ${coverage > 0 ? `at least ${percent(coverage)}` : "at least one"} of a city's indicators is known: ${without}.`;
}

function simulationInWords(
  parts: readonly Part[],
  { draws, weights, concentration, normalisations, aggregations, level, seed }: Simulation,
  hasErrors: boolean,
): string {
  if (draws === 0) return "No intervals were drawn.";
  const varied = {
    FIXED: "weights as they are",
    AROUND: `weights from Dirichlet distributions around these (concentration ${concentration})`,
    UNIFORM: "every weighting as likely",
  }[weights];
  const kept = normalisations?.length ? keepingOwn(parts) : [];
  const own = kept.length > 0 ? ` (${kept.join(", ")} keeping goalposts or target)` : "";
  const choices = [...new Set([...(normalisations ?? []), ...(aggregations ?? [])])];
  return `Intervals hold ${percent(level)} of ${draws.toLocaleString("en")} draws, with ${varied}${choices.length > 0 ? ` and ${choices.join(", ")} as likely choices${own}` : ""}${hasErrors ? "; values that are known roughly vary by 5 % / sqrt(3)" : ""}, seed ${seed}; an interval that would miss its rank is widened to hold it.`;
}

/** Indicators whose ends were chosen for them: a simulation leaves them as they are. */
const keepingOwn = (parts: readonly Part[]) =>
  leavesOf(parts)
    .filter(({ normalise }) => normalise === "GOALPOSTS" || normalise === "TARGET")
    .map(({ name }) => name);

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
