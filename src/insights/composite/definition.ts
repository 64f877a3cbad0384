/** An indicator, or a dimension of further parts, as a caller or a stored index has it. Null counts as not given. */
export interface Part {
  readonly name?: string | null;
  readonly weight?: number | null;
  readonly indicator?: string | null;
  readonly proxy?: string | null;
  readonly per?: string | null;
  readonly times?: number | null;
  readonly transform?: "LOG" | "LOG1P" | null;
  readonly normalise?: Normalise | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly target?: number | null;
  readonly weights?: Weights | null;
  readonly judgements?: readonly (readonly number[])[] | null;
  readonly aggregate?: Aggregate | null;
  readonly power?: number | null;
  readonly parts?: readonly Part[] | null;
}

export type Normalise = "MIN_MAX" | "Z_SCORE" | "RANK" | "PERCENTILE" | "GOALPOSTS" | "TARGET";
export type Aggregate = "ARITHMETIC" | "GEOMETRIC" | "HARMONIC" | "POWER";
export type Weights = "GIVEN" | "EQUAL" | "ENTROPY" | "PRINCIPAL_COMPONENT";

/** How an index is made: all but its cities and its simulation. */
export interface Definition {
  readonly parts: readonly Part[];
  readonly weights: Weights;
  readonly judgements?: readonly (readonly number[])[] | null;
  readonly aggregate: Aggregate;
  readonly power?: number | null;
  readonly normalise: Normalise;
  readonly outliers: "KEPT" | "FENCES" | "SKEWNESS" | "QUANTILES" | "COUNT";
  readonly outliersLow?: number | null;
  readonly outliersHigh?: number | null;
  readonly missing: "EXCLUDE" | "COVERAGE" | "GROUP_MEAN";
  readonly coverage: number;
  readonly coverageEach: boolean;
  readonly groupBy: "ALL" | "COUNTRY" | "GROUPS";
  /** Slugs of countries, group by group. */
  readonly groups?: readonly (readonly string[])[] | null;
  readonly countryValues: boolean;
  readonly since?: number | null;
}

/** Of which cities and when. */
export interface Scope {
  readonly cities?: readonly string[] | null;
  readonly where?: object | null;
  readonly year?: number | null;
}

/** How sure ranks are is found by so many draws. */
export interface Simulation {
  readonly draws: number;
  readonly weights: "FIXED" | "AROUND" | "UNIFORM";
  readonly concentration: number;
  readonly normalisations?: readonly Normalise[] | null;
  readonly aggregations?: readonly Aggregate[] | null;
  readonly level: number;
  readonly seed: number;
}

/** A part of a stored index: a row of a table of parts, each of which names the one it lies within. */
export type FlatPart = Omit<Part, "parts" | "indicator" | "proxy" | "per"> & {
  readonly within: string | null;
  readonly indicator: Named | null;
  readonly proxy: Named | null;
  readonly per: Named | null;
};
type Named = { readonly slug: string };

/** The parts of a stored index as a tree. */
export function treeOf(flat: readonly FlatPart[], within: string | null = null): Part[] {
  return flat
    .filter((part) => part.within === within)
    .map(({ indicator, proxy, per, within: _, ...part }) => ({
      ...part,
      indicator: indicator?.slug ?? null,
      proxy: proxy?.slug ?? null,
      per: per?.slug ?? null,
      parts: indicator ? null : treeOf(flat, part.name!),
    }));
}

/** An indicator of the tree: what it is called there, and what it reads. */
export type Leaf = Part & { readonly name: string; readonly indicator: string };

/** The leaves of a tree, in its order. */
export function leavesOf(parts: readonly Part[]): Leaf[] {
  return parts.flatMap((part) =>
    part.indicator ? [{ ...part, name: nameOf(part), indicator: part.indicator }] : leavesOf(part.parts ?? []),
  );
}

/** What a part is called: by its own name, else as its indicator is. */
export const nameOf = ({ name, indicator }: Part): string => name ?? indicator ?? "";
