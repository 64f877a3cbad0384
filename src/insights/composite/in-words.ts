import { type Definition, leavesOf, type Part, type Simulation, type Weights } from "./definition";
import { whole } from "./method";
import { consistencyOf, meanInWords, partInWords, percent, scales } from "./parts-in-words";
import { type Reckoned } from "./reckoned-index";
import { keepingOwn } from "./warnings";

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
    `Scores of ${scored} cities from ${leavesOf(parts).length} indicators: ${parts.map((part) => partInWords(part, index)).join("; ")}.`,
    `${judgements ? `Weights come from pairwise judgements${consistencyOf(whole, index)}` : weightings[weights]}; the share of the whole stands behind each part.`,
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
