import { badInput } from "../../graph/bad-input";
import { type Definition, nameOf, type Part, type Scope } from "./definition";

/** Fields that only an indicator listens to, and those that only a dimension does. */
const ofIndicators = ["normalise", "low", "high", "target", "per", "times", "transform", "proxy"] as const;
const ofDimensions = ["weights", "judgements", "aggregate", "power"] as const;

/**
 * Refuses what would be ignored: who says a thing expects it to count.
 *
 * @throws GraphQLError BAD_USER_INPUT with the name of the part
 */
export function requireHeard(definition: Definition, { year }: Scope): void {
  const { parts, weights, judgements, aggregate, power, missing, coverage, coverageEach, since } = definition;
  if (judgements && weights !== "GIVEN") throw both("the index", weights);
  if (power != null && aggregate !== "POWER") throw unheard("the index", "power", "aggregate: POWER", aggregate);
  if (coverage > 0 && missing === "EXCLUDE")
    throw unheard("the index", "coverage", "missing: COVERAGE or GROUP_MEAN", missing);
  if (coverageEach && missing !== "COVERAGE") throw unheard("the index", "coverageEach", "missing: COVERAGE", missing);
  if (since != null && year != null)
    throw badInput(`expected \`since\` or \`year\`, got both: only figures of ${year} would count`);
  requireWeights("the index", judgements ? "judgements" : weights !== "GIVEN" ? weights : null, parts);
  for (const part of parts) requirePart(part, definition);
}

function requirePart(part: Part, definition: Definition): void {
  const name = `part \`${nameOf(part)}\``;
  const isIndicator = part.indicator != null;
  for (const field of isIndicator ? ofDimensions : ofIndicators) {
    if (part[field] == null) continue;
    const owner = isIndicator ? "a dimension" : "an indicator";
    throw badInput(`${name} does not take \`${field}\`, which is of ${owner}: leave it out, or say it of another part`);
  }
  if (isIndicator) requireEnds(name, part, definition);
  else requireDimension(name, part, definition);
  for (const inner of part.parts ?? []) requirePart(inner, definition);
}

function requireEnds(name: string, part: Part, definition: Definition): void {
  const normalise = part.normalise ?? definition.normalise;
  for (const end of ["low", "high"] as const)
    if (part[end] != null && part.normalise !== "GOALPOSTS")
      throw unheard(name, end, "normalise: GOALPOSTS", normalise);
  if (part.target != null && part.normalise !== "TARGET") throw unheard(name, "target", "normalise: TARGET", normalise);
}

function requireDimension(name: string, { weights, judgements, aggregate, power, parts }: Part, whole: Definition) {
  if (judgements && weights && weights !== "GIVEN") throw both(name, weights);
  if (power != null && aggregate !== "POWER")
    throw unheard(name, "power", "aggregate: POWER", aggregate ?? whole.aggregate);
  const by = judgements ? "judgements" : weights && weights !== "GIVEN" ? weights : null;
  requireWeights(name, by, parts ?? []);
}

/** A part's own weight says nothing where the weights come from elsewhere. */
function requireWeights(name: string, by: string | null, parts: readonly Part[]): void {
  const weighed = parts.find(({ weight }) => weight != null);
  if (by !== null && weighed)
    throw badInput(
      `part \`${nameOf(weighed)}\` has a \`weight\`, but ${name} takes its weights from ${by}: leave one of the two out`,
    );
}

const both = (name: string, weights: string) =>
  badInput(`${name} expects \`weights\` or \`judgements\`, got ${weights} and judgements`);

const unheard = (name: string, field: string, beside: string, got: string) =>
  badInput(`${name} takes \`${field}\` beside \`${beside}\` only, got it beside ${got}`);
