import { ahp } from "../weights/ahp";
import { entropyWeights } from "../weights/entropy";
import { equalWeights, shares } from "../weights/given-weights";
import { principalComponentWeights } from "../weights/principal-component";
import type { Dimension } from "./tree";

/** The shares of a dimension's children, and what a reader should be told of them. */
export interface Weighed {
  weights: number[];
  warnings: string[];
  /** How far judgements contradict each other (see `ahp`); null where there are none. */
  consistencyRatio: number | null;
}

/**
 * Finds the weights of a dimension's children, as shares that add up to 1.
 *
 * @param scores the children's scores, from which entropy and the principal component read the weights; only cities
 *   that have them all are looked at
 * @throws RangeError if the weights, the judgements or the scores do not allow it
 */
export function weigh(dimension: Dimension, scores: readonly Float64Array[]): Weighed {
  const { weights: by = "given", children, name } = dimension;
  try {
    const plain = { warnings: [], consistencyRatio: null };
    if (by === "given") return { ...plain, weights: shares(children.map((child) => child.weight ?? 1)) };
    if (by === "equal") return { ...plain, weights: equalWeights(children.length) };
    if (by === "entropy") return { ...plain, weights: entropyWeights(complete(scores)).weights };
    if (by === "principal component") return byPrincipalComponent(dimension, scores);
    return byJudgements(dimension, by.judgements);
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`dimension \`${name}\`: ${error.message}`);
    throw error;
  }
}

function byJudgements({ name, children }: Dimension, judgements: readonly (readonly number[])[]): Weighed {
  if (judgements.length !== children.length) {
    throw new RangeError(`judgements expect ${children.length} rows, one a child, got ${judgements.length}`);
  }
  const { weights, consistencyRatio } = ahp(judgements);
  const doubtful = consistencyRatio > 0.1;
  const warning = `the judgements of ${name} contradict each other: consistency ratio ${consistencyRatio.toFixed(2)}, at most 0.10 wanted`;
  return { weights, warnings: doubtful ? [warning] : [], consistencyRatio };
}

function byPrincipalComponent({ name, children }: Dimension, scores: readonly Float64Array[]): Weighed {
  const known = complete(scores);
  const constant = children.filter((_, i) => known[i]!.every((score) => score === known[i]![0]));
  if (known[0]!.length > 1 && constant.length > 0) {
    const names = constant.map((child) => child.name).join(", ");
    throw new RangeError(`principal component weights expect scores that differ, got one for all cities of ${names}`);
  }
  const { weights, loadings } = principalComponentWeights(known);
  const against = children.filter((_, i) => loadings[i]! < 0).map((child) => child.name);
  const warning = `in ${name}, ${against.join(", ")} runs against the first principal component`;
  return { weights, warnings: against.length > 0 ? [warning] : [], consistencyRatio: null };
}

function complete(scores: readonly Float64Array[]): number[][] {
  const whole = Array.from(scores[0]!.keys()).filter((city) => scores.every((column) => !Number.isNaN(column[city])));
  return scores.map((column) => whole.map((city) => column[city]!));
}
