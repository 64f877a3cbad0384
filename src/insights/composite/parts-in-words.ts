import { type Aggregate, type Normalise, nameOf, type Part, type Weights } from "./definition";
import { type Reckoned } from "./reckoned-index";

type Index = Reckoned["index"];

const means: Readonly<Record<Aggregate, string>> = {
  ARITHMETIC: "the weighted arithmetic mean",
  GEOMETRIC: "the weighted geometric mean",
  HARMONIC: "the weighted harmonic mean",
  POWER: "a power mean",
};
/** How a value is scaled. */
export const scales: Readonly<Record<Normalise, string>> = {
  MIN_MAX: "from 0 for the worst to 100 for the best of these cities",
  Z_SCORE: "as standard deviations from the mean of these cities (50, 10 points each)",
  RANK: "by its place, the worst of n cities getting 1 point and the best n",
  PERCENTILE: "by the share of the other cities that it beats",
  GOALPOSTS: "between fixed goalposts",
  TARGET: "by the way to a target",
};
/** The power of a power mean is told: at 2 and at -2 it means the contrary. */
export const meanInWords = (aggregate: Aggregate, power: number | null | undefined) =>
  aggregate === "POWER" ? `a power mean (power ${power})` : means[aggregate];
const weightingsOfParts: Readonly<Record<Weights, string>> = {
  GIVEN: "weights as given",
  EQUAL: "all parts weighing the same",
  ENTROPY: "weights from the entropy of the data",
  PRINCIPAL_COMPONENT: "weights from the first principal component",
};
/** A share in percent, to one decimal. */
export const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;

const nodeOf = (name: string, { nodes }: Index) => nodes.find((node) => node.name === name);

const shareOf = (name: string, index: Index) => percent(nodeOf(name, index)?.share ?? 0);

/** How far the judgements that the children of a part are weighed by contradict each other. */
export const consistencyOf = (name: string, index: Index): string =>
  ` (consistency ratio ${(nodeOf(name, index)?.consistencyRatio ?? 0).toFixed(2)})`;

/** A part with all that is said of it, and those within it. */
export function partInWords(part: Part, index: Index): string {
  const name = nameOf(part);
  if (!part.indicator) {
    const weights = part.judgements
      ? `, weights from pairwise judgements${consistencyOf(name, index)}`
      : part.weights
        ? `, ${weightingsOfParts[part.weights]}`
        : "";
    const how = `${weights}${part.aggregate ? `, by ${meanInWords(part.aggregate, part.power)}` : ""}`;
    return `${name} (${shareOf(name, index)}${how}: ${(part.parts ?? []).map((inner) => partInWords(inner, index)).join(", ")})`;
  }
  const { per, times, transform, normalise, low, high, target, proxy, indicator } = part;
  const notes = [
    shareOf(name, index),
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
