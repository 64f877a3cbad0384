import { isWhole } from "./is-whole";
import type { IndexData, MissingPolicy } from "./method";
import { countingIndicatorsOf, type Dimension, indicatorsOf, isDimension } from "./tree";

/** A city without a score, and why. */
export interface Excluded {
  city: number;
  reason: string;
  /** The names of the indicators that are not known. */
  missing: string[];
}

/** A value that was filled in: in the indicator's unit after denominator and transform. */
export interface Imputed {
  city: number;
  indicator: string;
  value: number;
}

/** What the missing policy made of the columns. */
export interface Screened {
  /** The cities that get a score, in rising order. */
  kept: number[];
  excluded: Excluded[];
  imputed: Imputed[];
  /** By indicator, for the kept cities only. */
  columns: Float64Array[];
  /** Each city's share of indicators known before anything was filled in, from 0 to 1. */
  coverage: number[];
}

/**
 * Decides which cities get a score, and fills in what the policy says. Indicators of weight 0 do not count.
 *
 * @throws RangeError if no city is left, or if the policy's share or the groups do not fit
 */
export function screen(columns: Float64Array[], tree: Dimension, policy: MissingPolicy, data: IndexData): Screened {
  const names = indicatorsOf(tree).map((indicator) => indicator.name);
  const counting = new Set(countingIndicatorsOf(tree).map((indicator) => indicator.name));
  const { lacking, coverage } = countMissing(columns.filter((_, i) => counting.has(names[i]!)));
  const { imputed, filled } =
    policy.policy === "group mean" ? impute(columns, names, lacking, data) : { imputed: [], filled: columns };
  const refuse = refusal(policy, tree, names, filled);
  const excluded: Excluded[] = [];
  const kept: number[] = [];
  for (let city = 0; city < lacking.length; city++) {
    if (lacking[city] === 0) {
      kept.push(city);
      continue;
    }
    const missing = names.filter((name, i) => counting.has(name) && Number.isNaN(columns[i]![city]));
    const reason = refuse(city, missing);
    if (reason === null) kept.push(city);
    else excluded.push({ city, reason, missing });
  }
  if (kept.length === 0)
    throw new RangeError(`an index expects a city with enough values, got none: ${excluded[0]?.reason}`);
  const whole = kept.length === lacking.length;
  const isKept = new Set(whole ? [] : kept);
  return {
    kept,
    excluded,
    imputed: imputed.filter(({ city }) => whole || isKept.has(city)),
    columns: whole ? filled : filled.map((column) => Float64Array.from(kept, (city) => column[city]!)),
    coverage,
  };
}

function countMissing(columns: readonly Float64Array[]): { lacking: Uint32Array; coverage: number[] } {
  const lacking = new Uint32Array(columns[0]!.length);
  for (const column of columns.filter((each) => !isWhole(each))) {
    for (let city = 0; city < column.length; city++) if (Number.isNaN(column[city])) lacking[city]!++;
  }
  const coverage = new Array<number>(lacking.length);
  for (let city = 0; city < lacking.length; city++) coverage[city] = 1 - lacking[city]! / columns.length;
  return { lacking, coverage };
}

type Refusal = (city: number, missing: readonly string[]) => string | null;

function refusal(policy: MissingPolicy, tree: Dimension, names: string[], filled: readonly Float64Array[]): Refusal {
  const list = (missing: readonly string[]) => `no value for ${missing.join(", ")}`;
  if (policy.policy === "exclude") return (_, missing) => list(missing);
  const atLeast = policy.atLeast ?? 0;
  if (!(atLeast >= 0 && atLeast <= 1)) throw new RangeError(`a coverage expects a share from 0 to 1, got ${atLeast}`);
  const groups = policy.policy === "coverage" && policy.each ? dimensionsOf(tree) : [tree];
  const covered = groups.map((group) => ({
    group,
    inside: new Set(countingIndicatorsOf(group).map(({ name }) => name)),
  }));
  return (city, missing) => {
    for (const { group, inside } of covered) {
      const known = inside.size - missing.filter((name) => inside.has(name)).length;
      // A share such as 0.7 of 10 must not fail for the last digit of a float.
      if (known < atLeast * inside.size - 1e-9 || (known === 0 && group === tree)) {
        if (known === 0) return `none of ${inside.size} indicators of ${group.name} known, at least one wanted`;
        return `${known} of ${inside.size} indicators of ${group.name} known, ${Math.round(atLeast * 100)} % wanted`;
      }
    }
    const empty = missing.filter((name) => Number.isNaN(filled[names.indexOf(name)]![city]));
    return policy.policy === "group mean" && empty.length > 0 ? `${list(empty)}, nor for its group` : null;
  };
}

const dimensionsOf = (node: Dimension): Dimension[] => [
  node,
  ...node.children.filter(isDimension).flatMap(dimensionsOf),
];

function impute(columns: Float64Array[], names: string[], lacking: Uint32Array, data: IndexData) {
  const groups = data.groups ?? new Array<number>(lacking.length).fill(0);
  if (groups.length !== lacking.length) {
    throw new RangeError(`groups expect one entry a city (${lacking.length}), got ${groups.length}`);
  }
  const imputed: Imputed[] = [];
  const filled = columns.map((column, i) => {
    if (!column.some(Number.isNaN)) return column;
    const means = groupMeans(column, groups);
    return column.map((value, city) => {
      const mean = means.get(groups[city]!);
      if (!Number.isNaN(value) || mean === undefined) return value;
      imputed.push({ city, indicator: names[i]!, value: mean });
      return mean;
    });
  });
  return { imputed, filled };
}

function groupMeans(column: Float64Array, groups: ArrayLike<string | number>): Map<string | number, number> {
  const sums = new Map<string | number, { sum: number; count: number }>();
  column.forEach((value, city) => {
    if (Number.isNaN(value)) return;
    const entry = sums.get(groups[city]!) ?? { sum: 0, count: 0 };
    sums.set(groups[city]!, { sum: entry.sum + value, count: entry.count + 1 });
  });
  return new Map([...sums].map(([group, { sum, count }]) => [group, sum / count]));
}
