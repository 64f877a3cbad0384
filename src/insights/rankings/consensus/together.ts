import { badInput } from "../../../graph/bad-input";
import { type Asking } from "../../../graph/reckoned";
import { type Edition } from "../lists/edition";
import { type Place } from "../lists/place";
import { type Chosen, choose } from "./choose";
import { type ConsensusResult, type ConsensusTask } from "./consensus-task";
import { type ConsensusInput, requireAffordable, requireInput } from "./input";

/** Lists put together: what was chosen, and what came of it. */
export interface Together {
  readonly input: ConsensusInput;
  readonly chosen: Chosen;
  /** Global ids of the cities that are ranked, in the order of the result. */
  readonly cities: readonly string[];
  readonly tooFewLists: number;
  readonly result: ConsensusResult;
}

/** @throws GraphQLError where the input does not allow a consensus, or where it would cost too much */
export async function together(asking: Asking, input: ConsensusInput): Promise<Together> {
  requireInput(input);
  const chosen = await choose(asking, input);
  const { editions, lists } = chosen;
  const isRanked = lists.cities.map((_, city) => countOf(lists.lists, city) >= input.minimumLists);
  const cities = lists.cities.filter((_, city) => isRanked[city]);
  if (cities.length < 2)
    throw badInput(
      `expected at least 2 cities on ${input.minimumLists} of the ${editions.length} lists, got ${cities.length}`,
    );
  requireAffordable(cities.length, input);
  const { method, draws, level, seed } = input;
  const result = await asking.work<ConsensusResult>("consensus", {
    lists: lists.lists.map((list) => list.filter((_, city) => isRanked[city])),
    publishers: editions.map(({ ranking }) => ranking.publisher.slug),
    sizes: editions.map((edition, l) => sizeOf(edition, lists.places[l]!)),
    method,
    draws,
    level,
    seed,
  } satisfies ConsensusTask);
  return { input, chosen, cities, tooFewLists: lists.cities.length - cities.length, result };
}

/**
 * How many cities an edition ranks, where that is known and can be right: some say how many they looked at and not how many
 * they ranked, but none can rank more.
 */
function sizeOf({ citiesAssessed }: Edition, places: ReadonlyMap<string, Place>): number | null {
  if (citiesAssessed === null) return null;
  const counts = new Map<number, number>();
  for (const { rank } of places.values()) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  for (const [rank, count] of counts) if (rank + count - 1 > citiesAssessed) return null;
  return citiesAssessed;
}

const countOf = (lists: Chosen["lists"]["lists"], city: number) =>
  lists.reduce((count, list) => count + (list[city] === null ? 0 : 1), 0);

/** A city's places on the lists, the best first. */
export function placesOf({ chosen }: Together, city: string): Place[] {
  const places = chosen.lists.places.flatMap((list) => list.get(city) ?? []);
  return places.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}
