import {
  bootstrapInterval,
  irregularities,
  kendallTau,
  type Measure,
  type PermutationOptions,
  permutationTest,
  type RankList,
  rankBiasedOverlap,
  spearman,
  topOverlap,
} from "../../../scoring";

/** Pairs of lists to measure; each is over one universe of cities. */
export interface AgreementInput {
  readonly pairs: readonly (readonly [RankList, RankList])[];
  /** What the two lists of each pair are called. */
  readonly names: readonly (readonly [string, string])[];
  /** How many of the first places are looked at; less where a list is shorter. */
  readonly top: number;
  /** The chance with which a reader goes on from one place to the next. */
  readonly persistence: number;
  readonly seed: number;
}

/** One measure of two lists. */
export interface Measured {
  readonly value: number;
  /** Null where resamples do not allow the measure. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly pValue: number;
  readonly exact: boolean;
}

/** What two lists have in common; a measure that the lists do not allow is null. */
export interface Agreement {
  readonly kendallTau: Measured | null;
  readonly spearman: Measured | null;
  readonly rankBiasedOverlap: (Measured & { readonly atLeast: number; readonly atMost: number }) | null;
  readonly top: (Measured & { readonly places: number; readonly common: number; readonly jaccard: number }) | null;
  /** What a reader should be told beside the numbers. */
  readonly warnings: readonly string[];
}

/** Orders and resamples that are tried; the least chance that can be told is one in so many. */
export const tries = { permutations: 999, resamples: 500 } as const;

/** Fewer common cities than this make an interval too short. */
const enough = 10;

/** How alike lists are, pair by pair. @throws RangeError where a setting is out of range */
export function agreements({ pairs, names, top, persistence, seed }: AgreementInput): Agreement[] {
  return pairs.map(([a, b], pair) => {
    const lengths = [a, b].map((list) => list.filter((rank) => rank !== null).length);
    const both = a.filter((rank, city) => rank !== null && b[city] !== null).length;
    const k = Math.min(top, ...lengths);
    // Who stands in a place that is not known could be on the other list: what the first places share is not known either.
    const broken = [a, b].flatMap((list, l) => (irregularities(list).gaps.length > 0 ? [names[pair]![l]!] : []));
    const isWhole = broken.length === 0;
    const measured = (measure: Measure, options: Omit<PermutationOptions, "seed">) =>
      measuredOf(a, b, measure, { ...options, seed });
    const overlap: Measure = (x, y) => rankBiasedOverlap(x, y, { p: persistence }).extrapolated;
    const shared: Measure = (x, y) => topOverlap(x, y, k).share;
    const biased = isWhole ? measured(overlap, { shuffled: "all", alternative: "greater" }) : null;
    const first = k === 0 || !isWhole ? null : measured(shared, { shuffled: "all", alternative: "greater" });
    return {
      kendallTau: measured(kendallTau, {}),
      spearman: measured(spearman, {}),
      rankBiasedOverlap: biased && { ...biased, ...ends(a, b, persistence) },
      top: first && { ...first, places: k, ...commonTop(a, b, k) },
      warnings: [
        ...warningsOf(both, isWhole ? k : top, top),
        ...broken.map(
          (name) => `of ${name} places between the first and the last known are not known: overlaps are not measured`,
        ),
      ],
    };
  });
}

function measuredOf(a: RankList, b: RankList, measure: Measure, options: PermutationOptions): Measured | null {
  const { seed } = options;
  const tested = orNull(() => permutationTest(a, b, measure, { ...options, permutations: tries.permutations }));
  if (tested === null) return null;
  const interval = orNull(() => bootstrapInterval(a, b, measure, { seed, draws: tries.resamples }));
  return {
    value: tested.measured,
    interval: interval && { low: interval.low, high: interval.high },
    pValue: tested.p,
    exact: tested.exact,
  };
}

/** Lists without enough in common are not measured; that is an answer, and no fault. */
function orNull<Result>(measure: () => Result): Result | null {
  try {
    return measure();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function ends(a: RankList, b: RankList, p: number): { atLeast: number; atMost: number } {
  const { min, residual } = rankBiasedOverlap(a, b, { p });
  return { atLeast: min, atMost: min + residual };
}

function commonTop(a: RankList, b: RankList, k: number): { common: number; jaccard: number } {
  const { common, jaccard } = topOverlap(a, b, k);
  return { common, jaccard };
}

function* warningsOf(both: number, k: number, top: number): Iterable<string> {
  if (both === 0) yield "the lists have no city in common";
  else if (both < 3)
    yield `the lists have only ${both} ${both === 1 ? "city" : "cities"} in common: their order says nothing`;
  else if (both < enough)
    yield `with ${both} common cities intervals are too short, and chance is not ruled out easily`;
  if (k < top) yield `only the first ${k} places were looked at: the shorter list ends there`;
}
