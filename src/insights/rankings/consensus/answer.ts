import { type Asking, Stored } from "../../../graph/reckoned";
import { questionPermalink } from "../../permalink";
import { firstOf } from "../../read/counts";
import { methodInWords, warningsOf } from "./in-words";
import { placesOf, type Together } from "./together";

/** A consensus as the graph tells it. */
export function consensusAnswer(whole: Together, asking: Pick<Asking, "publicUrl" | "revision">): object {
  const { chosen, cities, result, input } = whole;
  const { editions, leftOut, lists } = chosen;
  const order = inOrder(result.order);
  return {
    lists: editions.map(({ id }, l) => ({
      edition: new Stored(id),
      placesCount: lists.places[l]!.size,
      rankedCount: cities.filter((city) => lists.places[l]!.has(city)).length,
      weight: result.weights[l]!,
      distance: result.distances[l]?.share ?? null,
      pairsCount: result.distances[l]?.pairs ?? 0,
    })),
    leftOut: leftOut.map(({ edition, reason }) => ({ edition: new Stored(edition.id), reason })),
    places: ({ first }: { first: number }) => firstOf(order, first, 500).map((city) => placeAnswer(whole, city)),
    citiesCount: order.length,
    tooFewListsCount: whole.tooFewLists,
    kemeny: result.kemeny && {
      ...result.kemeny,
      groupsCount: result.kemeny.groups.length,
      largestGroup: Math.max(...result.kemeny.groups),
    },
    overruled: ({ first }: { first: number }) =>
      firstOf(result.overruled, first).map(({ upper, lower, against, agree }) => ({
        upper: new Stored(cities[upper]!),
        lower: new Stored(cities[lower]!),
        against,
        agree,
        lists: editions.flatMap(({ id }, l) => (says(whole, l, lower, upper) ? [new Stored(id)] : [])),
      })),
    overruledCount: result.overruled.length,
    warnings: warningsOf(whole),
    level: input.level,
    seed: input.seed,
    method: methodInWords(whole),
    permalink: permalinkOf(whole, asking),
  };
}

/** A city's place in a consensus as the graph tells it. */
export function placeAnswer(whole: Together, city: number): object {
  const { cities, result } = whole;
  const summary = result.summaries[city];
  const places = placesOf(whole, cities[city]!);
  return {
    city: new Stored(cities[city]!),
    rank: result.ranks[city],
    asGood: result.places[city] ?? null,
    interval: summary ?? null,
    first: summary?.first ?? null,
    score: result.scores[city] ?? null,
    scoreInterval: result.scoreIntervals[city] ?? null,
    listsCount: places.length,
    placements: places.map(({ id }) => new Stored(id)),
  };
}

/** The ranked cities, best first. */
function inOrder(places: Together["result"]["order"]): number[] {
  const ranked = Array.from(places.keys()).filter((city) => places[city] !== null);
  return ranked.sort((a, b) => places[a]! - places[b]! || a - b);
}

/** Whether a list ranks one city above another. */
function says({ chosen, cities }: Together, list: number, above: number, below: number): boolean {
  const places = chosen.lists.places[list]!;
  const [a, b] = [places.get(cities[above]!), places.get(cities[below]!)];
  return a !== undefined && b !== undefined && a.rank < b.rank;
}

/** Where the consensus is asked for again as of its revision. */
export function permalinkOf(
  { input }: Together,
  { publicUrl, revision }: Pick<Asking, "publicUrl" | "revision">,
): string {
  return questionPermalink(publicUrl, revision, question, { input });
}

const question = `query ConsensusRanking($input: ConsensusInput!) {
  consensusRanking(input: $input) {
    places { rank asGood { best worst } interval { low high } first city { name } placements { rank edition { slug } } }
    lists { edition { slug } weight distance }
    kemeny { cost lowerBound gap exact only }
    overruled { upper { name } lower { name } against agree }
    warnings method
  }
}`;
