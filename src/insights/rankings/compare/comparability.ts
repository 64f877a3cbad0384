import { type Edition } from "../lists/edition";
import { type Lists } from "../lists/place";
import { type Reason, type Verdict } from "./reason";
import { stated } from "./stated";

/** Whether ranks of two editions may be compared, and why. */
export interface Comparability {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Slugs of editions that the later one may be compared with instead. */
  readonly instead: readonly string[];
}

/** What is known of the places of the two. */
export interface Known {
  readonly earlier: number;
  readonly later: number;
  readonly common: number;
}

/** What is known of the places of two lists. */
export function knownOf({ lists }: Lists, earlier: number, later: number): Known {
  const [a, b] = [lists[earlier]!, lists[later]!];
  const count = (isIn: (city: number) => boolean) => a.reduce<number>((sum, _, city) => sum + (isIn(city) ? 1 : 0), 0);
  return {
    earlier: count((city) => a[city] !== null),
    later: count((city) => b[city] !== null),
    common: count((city) => a[city] !== null && b[city] !== null),
  };
}

/**
 * Whether a change of rank from one edition to another is a change of place.
 *
 * @param among editions whose publishers' words count, both among them
 */
export function comparability(
  earlier: Edition,
  later: Edition,
  known: Known,
  among: readonly Edition[],
): Comparability {
  const word = stated(earlier, later, among);
  const isOne = earlier.ranking.slug === later.ranking.slug;
  const verdict = word.verdict ?? (isOne ? "UNCERTAIN" : "DIFFERENT_LISTS");
  const reasons = [
    ...(isOne || word.verdict === "COMPARABLE" ? word.reasons : []),
    ...otherRanking(earlier, later),
    ...otherDimensions(earlier, later, isOne),
    ...otherUniverse(earlier, later),
    ...partlyKnown(earlier, known.earlier),
    ...partlyKnown(later, known.later),
    ...samePublisher(earlier, later),
    ...fewInCommon(known.common),
  ];
  return { verdict, reasons, instead: verdict === "REFUSED" ? word.instead : [] };
}

function* otherRanking({ ranking: a }: Edition, { ranking: b }: Edition): Iterable<Reason> {
  if (a.slug === b.slug) return;
  yield { code: "OTHER_RANKING", text: `They are editions of two rankings, ${a.name} and ${b.name}.` };
  if (a.subject === b.subject) return;
  const [one, other] = [a, b].map(({ subject }) => subject ?? "something that is not told");
  yield { code: "OTHER_SUBJECT", text: `One is about ${one}, the other about ${other}.` };
}

function* otherDimensions(a: Edition, b: Edition, isOne: boolean): Iterable<Reason> {
  const [one, other] = [a, b].map(({ dimensions }) => dimensions.map(({ dimension }) => dimension.slug).sort());
  if (!isOne || one!.length === 0 || other!.length === 0 || one!.join() === other!.join()) return;
  yield {
    code: "OTHER_DIMENSIONS",
    text: `They are made of other dimensions: ${one!.length} and ${other!.length} of them.`,
  };
}

function* otherUniverse(a: Edition, b: Edition): Iterable<Reason> {
  if (a.citiesAssessed === null || b.citiesAssessed === null || a.citiesAssessed === b.citiesAssessed) return;
  const text = `${a.slug} assessed ${a.citiesAssessed} cities, ${b.slug} ${b.citiesAssessed}: a city can move because others came in or left.`;
  yield { code: "OTHER_UNIVERSE", text };
}

function* partlyKnown({ slug, citiesAssessed }: Edition, known: number): Iterable<Reason> {
  const isWhole = citiesAssessed !== null && known >= citiesAssessed;
  if (isWhole) return;
  const of = citiesAssessed === null ? "how many it ranks is not known" : `it assessed ${citiesAssessed}`;
  yield { code: "PARTLY_KNOWN", text: `The graph knows ${known} places of ${slug}; ${of}.` };
}

function* samePublisher({ ranking: a }: Edition, { ranking: b }: Edition): Iterable<Reason> {
  if (a.publisher.slug !== b.publisher.slug) return;
  const text = `${a.publisher.name} made both: that they agree corroborates neither.`;
  yield { code: "SAME_PUBLISHER", text };
}

function* fewInCommon(common: number): Iterable<Reason> {
  if (common >= 10) return;
  const text =
    common === 0
      ? "They have no city in common."
      : `They have only ${common} ${common === 1 ? "city" : "cities"} in common.`;
  yield { code: "FEW_IN_COMMON", text };
}
