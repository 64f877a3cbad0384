import { requireBetween } from "../../checks";
import { groupsOf, type RankList } from "../../lists/rank-list";
import { ranks } from "../../ranks/ranks";
import { normalQuantile } from "../../statistics/normal-quantile";
import { components } from "../components";
import { requireLists } from "../pairwise";
import { worthsWithInventedRival } from "./invented-rival";
import { type Fit, likeliestWorths } from "./likeliest-worths";
import type { WeightedOrder } from "./likelihood";

/** What the model says of one city. */
export interface Worth {
  /** Its share of all worths: the chance to be picked first from all cities; above 0, adding up to 1. */
  worth: number;
  /** The logarithm of its worth less the mean of all; worth a / (worth a + worth b) is the chance of a above b. */
  log: number;
  /** Standard error of `log`. */
  error: number;
  /** Interval of `log`. */
  low: number;
  high: number;
}

/** A fitted model. */
export interface PlackettLuce {
  /** One a city; null for a city that is on no list with another. */
  cities: (Worth | null)[];
  /** By worth, 1 is best; null for a city without one. */
  ranks: (number | null)[];
  /**
   * `covariance[i * n + j]` of the logarithms of cities i and j, NaN where one has none: the difference of two has the
   * variance v_ii + v_jj - 2 v_ij.
   */
  covariance: Float64Array;
  logLikelihood: number;
  iterations: number;
}

/** How the model is fitted. */
export interface PlackettLuceOptions {
  /** One a list, 0 or more: a list of weight 2 counts as two. By default 1. */
  readonly weights?: readonly number[];
  /** The confidence level, above 0 and below 1; by default 0.95. */
  readonly level?: number;
  /** The weight of one win and one loss of each city against an invented one, which keeps worths finite; by default 0. */
  readonly pseudo?: number;
}

/**
 * The Plackett-Luce model: each city has a worth, and a list is made by picking the next city from those left with
 * chance worth / sum of their worths. Worths are the most likely ones; intervals are Wald's, from the information.
 *
 * A list says something of its own cities only, so partial lists are at home here. It takes the lists for independent:
 * with several editions of one publisher the intervals are too short (see `publisherWeights`, `bootstrapConsensus`). A
 * city never ranked below (or above) another has no finite worth: then a `pseudo` of 0.5 is needed. Lists of two are the
 * Bradley-Terry model. Ties are taken by Breslow's approximation, good for few.
 *
 * @param lists of one length; entry j of each is city j's rank, null where it is not listed; up to some hundred cities
 * @throws RangeError if a weight, the level or `pseudo` is out of range, or if the lists do not settle every worth
 * @see R. L. Plackett, The analysis of permutations, Applied Statistics 24, 1975
 * @see D. R. Hunter, MM algorithms for generalized Bradley-Terry models, Annals of Statistics 32, 2004
 * @see H. L. Turner et al., Modelling rankings in R: the PlackettLuce package, Computational Statistics 35, 2020 (pseudo)
 */
export function plackettLuce(lists: readonly RankList[], options: PlackettLuceOptions = {}): PlackettLuce {
  const { weights = lists.map(() => 1), level = 0.95, pseudo = 0 } = options;
  const cities = requireLists(lists, weights);
  requireBetween(level, 0, 1, "plackettLuce's level");
  if (!(pseudo >= 0 && pseudo < Infinity))
    throw new RangeError(`plackettLuce expects a pseudo of 0 or more, got ${pseudo}`);
  const orders = lists
    .map((list, l) => ({ groups: groupsOf(list), weight: weights[l]! }))
    .filter(({ groups, weight }) => weight > 0 && groups.flat().length > 1);
  const listed = [...new Set(orders.flatMap(({ groups }) => groups.flat()))].sort((a, b) => a - b);
  if (listed.length < 2) throw new RangeError("plackettLuce expects a list of two cities or more, got none");
  const place = new Map(listed.map((city, k) => [city, k]));
  const among = orders.map(({ groups, weight }) => ({
    groups: groups.map((group) => group.map((city) => place.get(city)!)),
    weight,
  }));
  const fitted =
    pseudo > 0 ? worthsWithInventedRival(listed.length, among, pseudo) : connectedWorths(listed.length, among);
  return spread(fitted, listed, cities, level);
}

function connectedWorths(n: number, orders: readonly WeightedOrder[]): Fit {
  const above = new Uint8Array(n * n);
  for (const { groups } of orders) {
    const flat = groups.flat();
    let start = 0;
    for (const group of groups) {
      start += group.length;
      for (const i of group) for (const j of flat.slice(start)) above[i * n + j] = 1;
    }
  }
  const parts = components(n, (i, j) => above[i * n + j] === 1, new Float64Array(n));
  if (parts.length > 1) {
    throw new RangeError(
      `plackettLuce expects every city to be linked to every other by wins and losses, got ${parts.length} groups that ` +
        `are not (one has ${parts[0]!.length} of ${n} cities); give a \`pseudo\` of 0.5, or leave cities out`,
    );
  }
  return likeliestWorths(n, orders);
}

function spread(
  { logs, covariance, logLikelihood, iterations }: Fit,
  listed: readonly number[],
  cities: number,
  level: number,
): PlackettLuce {
  const n = listed.length;
  const z = normalQuantile((1 + level) / 2);
  const total = logs.reduce((sum, log) => sum + Math.exp(log), 0);
  const worths = new Array<Worth | null>(cities).fill(null);
  const spreadOut = new Float64Array(cities * cities).fill(Number.NaN);
  listed.forEach((city, i) => {
    const log = logs[i]!;
    const error = Math.sqrt(Math.max(0, covariance[i * n + i]!));
    worths[city] = { worth: Math.exp(log) / total, log, error, low: log - z * error, high: log + z * error };
    listed.forEach((other, j) => {
      spreadOut[city * cities + other] = covariance[i * n + j]!;
    });
  });
  const places = ranks(
    worths.map((worth) => worth?.log ?? null),
    { tolerance: 1e-9 },
  );
  return { cities: worths, ranks: places, covariance: spreadOut, logLikelihood, iterations };
}
