import { badInput } from "../../graph/bad-input";
import {
  type Aggregation,
  type Dimension,
  type IndexMethod,
  type Indicator,
  type MissingPolicy,
  type Normalisation,
  type OutlierRule,
  type Uncertainty,
  type Weighting,
} from "../../scoring";
import {
  type Aggregate,
  type Definition,
  type Normalise,
  nameOf,
  type Part,
  type Simulation,
  type Weights,
} from "./definition";
import { type Measure, type Measures } from "./measures";

/** The name of the whole in the tree. */
export const whole = "index";

/** An index as `scoring` reckons it. @throws GraphQLError BAD_USER_INPUT where a part is not whole */
export function methodOf(definition: Definition, measures: Measures): IndexMethod {
  const { parts, weights, judgements, aggregate, power, normalise } = definition;
  const outliers = outliersOf(definition);
  return {
    tree: { name: whole, children: childrenOf(parts, measures, []), weights: weightingOf(weights, judgements) },
    scale: [0, 100],
    normalise: normalisationOf(normalise, {}),
    aggregate: aggregationOf(aggregate, power),
    ...(outliers && { outliers }),
    missing: missingOf(definition),
  };
}

function outliersOf({ outliers, outliersLow, outliersHigh }: Definition): OutlierRule | undefined {
  const [low, high] = [outliersLow ?? 0, outliersHigh ?? 0];
  const rules = {
    KEPT: undefined,
    FENCES: { rule: "fences" },
    SKEWNESS: { rule: "skewness" },
    QUANTILES: { rule: "quantiles", low, high },
    COUNT: { rule: "count", low, high },
  } as const;
  return rules[outliers];
}

function missingOf({ missing, coverage, coverageEach }: Definition): MissingPolicy {
  if (missing === "EXCLUDE") return { policy: "exclude" };
  if (missing === "COVERAGE") return { policy: "coverage", atLeast: coverage, each: coverageEach };
  return { policy: "group mean", atLeast: coverage };
}

const childrenOf = (parts: readonly Part[], measures: Measures, path: readonly string[]) =>
  parts.map((part): Dimension | Indicator => {
    const { indicator, parts: within } = part;
    const name = nameOf(part);
    if (!name) throw badInput(`a part of ${[whole, ...path].join(".")} expects a name, got none`);
    if (indicator && within?.length)
      throw badInput(`part \`${name}\` expects an indicator or parts within it, got both`);
    if (!indicator && !within?.length)
      throw badInput(`part \`${name}\` expects an indicator, or parts within it, got neither`);
    return indicator ? leafOf(part, indicator, measures) : dimensionOf(part, measures, [...path, name]);
  });

function dimensionOf(part: Part, measures: Measures, path: readonly string[]): Dimension {
  const { weight, weights, judgements, aggregate, power, parts } = part;
  return {
    name: nameOf(part),
    children: childrenOf(parts!, measures, path),
    ...(weight != null && { weight }),
    ...((weights || judgements) && { weights: weightingOf(weights ?? "GIVEN", judgements) }),
    ...(aggregate && { aggregate: aggregationOf(aggregate, power) }),
  };
}

function leafOf(part: Part, indicator: string, measures: Measures): Indicator {
  const { weight, per, times, transform, normalise } = part;
  // Ends and targets are told in the indicator's unit, and reckoned with on the scale of the transform.
  const ends = {
    low: scaled(part.low, transform),
    high: scaled(part.high, transform),
    target: scaled(part.target, transform),
  };
  return {
    name: nameOf(part),
    direction: measures.get(indicator)!.direction === "LOWER_IS_BETTER" ? "less" : "more",
    ...(weight != null && { weight }),
    ...(per && { per: perColumn(per) }),
    ...(times != null && { times }),
    ...(transform && { transform: transform === "LOG" ? ("log" as const) : ("log1p" as const) }),
    bounds: boundsOf(part, measures.get(indicator)!),
    ...(normalise && { normalise: normalisationOf(normalise, ends) }),
  };
}

/** Between which values an indicator can lie. Of what is divided only the side of zero is known: there are no negative people. */
function boundsOf({ per, times }: Part, { minimum, maximum }: Measure): NonNullable<Indicator["bounds"]> {
  const by = times ?? 1;
  const least = per && minimum !== 0 ? null : minimum;
  const most = per && maximum !== 0 ? null : maximum;
  return { ...(least !== null && { least: least * by }), ...(most !== null && { most: most * by }) };
}

function scaled(end: number | null | undefined, transform: Part["transform"]): number | null {
  if (end == null) return null;
  if (!transform) return end;
  const least = transform === "LOG" ? 0 : -1;
  if (end <= least)
    throw badInput(`with the transform ${transform} an end or a target expects more than ${least}, got ${end}`);
  return transform === "LOG" ? Math.log(end) : Math.log1p(end);
}

/** The column of a denominator. */
export const perColumn = (indicator: string) => `per ${indicator}`;

function weightingOf(weights: Weights, judgements: Part["judgements"]): Weighting {
  if (judgements) return { judgements };
  return ({ GIVEN: "given", EQUAL: "equal", ENTROPY: "entropy", PRINCIPAL_COMPONENT: "principal component" } as const)[
    weights
  ];
}

function aggregationOf(aggregate: Aggregate, power: number | null | undefined): Aggregation {
  if (aggregate !== "POWER")
    return ({ ARITHMETIC: "arithmetic", GEOMETRIC: "geometric", HARMONIC: "harmonic" } as const)[aggregate];
  if (power == null) throw badInput("the aggregation POWER expects a `power` beside it, got none");
  return { power };
}

function normalisationOf(
  normalise: Normalise,
  { low, high, target }: Pick<Part, "low" | "high" | "target">,
): Normalisation {
  if (normalise === "Z_SCORE") return { kind: "z-score", mean: 50, deviation: 10 };
  if (normalise === "GOALPOSTS") {
    if (low == null || high == null) throw badInput("GOALPOSTS expects `low` and `high` beside it, for each indicator");
    return { kind: "goalposts", low, high };
  }
  if (normalise === "TARGET") {
    if (target == null) throw badInput("TARGET expects a `target` beside it, for each indicator");
    return { kind: "target", target };
  }
  return { kind: ({ MIN_MAX: "min-max", RANK: "rank", PERCENTILE: "percentile" } as const)[normalise] };
}

/** What a simulation leaves open, as `scoring` takes it. */
export function uncertaintyOf({ weights, concentration, normalisations, aggregations }: Simulation): Uncertainty {
  // Twice the same choice would be twice as likely, and all are told to be equally so.
  const [scales, means] = [[...new Set(normalisations)], [...new Set(aggregations)]];
  return {
    weights: weights === "AROUND" ? { concentration } : weights === "FIXED" ? "fixed" : "uniform",
    ...(scales.length > 0 && { normalisations: scales.map((choice) => normalisationOf(choice, {})) }),
    ...(means.length > 0 && { aggregations: means.map((choice) => aggregationOf(choice, null)) }),
  };
}
