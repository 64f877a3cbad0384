import { GraphQLError } from "graphql";
import { type Computed } from "../../../graph/model";
import { type Asking, Stored } from "../../../graph/reckoned";
import { City } from "../../../knowledge/cities/city";
import { permalinkOf, placeAnswer } from "./answer";
import { methodInWords } from "./in-words";
import { usual } from "./input";
import { placesOf, type Together, together } from "./together";

/** What lists of smart cities say of a city together. */
export const standing: Computed = {
  owner: City,
  field: "standing",
  cost: 20,
  once: 2_000,
  sdl: ": CityStanding",
  description:
    "How lists of smart cities of the world see it together: its best and worst printed rank, and their consensus. Null where it is on none of the lists that `consensusRanking` takes by default, or where there are too few.",
  needs: "{ id }",
  compute: async ({ id }, _args, asking) => {
    const whole = await usualConsensus(asking);
    return whole && standingOf(whole, String(id), asking);
  },
};

interface Indexed extends Together {
  readonly numbers: ReadonlyMap<string, number>;
}

/** The consensus that is asked for by default: made once a revision. Null where there are too few lists. */
function usualConsensus(asking: Asking): Promise<Indexed | null> {
  return asking.remember("the usual consensus", async (own) => {
    const whole = await together(own, usual).catch(nullIfTooFew);
    if (!whole) return null;
    return { ...whole, numbers: new Map(whole.cities.map((city, number) => [city, number])) };
  });
}

function nullIfTooFew(error: unknown): null {
  if (error instanceof GraphQLError && error.extensions["code"] === "BAD_USER_INPUT") return null;
  throw error;
}

function standingOf(whole: Indexed, id: string, asking: Asking): object | null {
  const places = placesOf(whole, id);
  const [best, worst] = [places[0], places.at(-1)];
  if (!best || !worst) return null;
  const number = whole.numbers.get(id);
  return {
    best: new Stored(best.id),
    worst: new Stored(worst.id),
    spread: worst.rank - best.rank,
    listsCount: places.length,
    ofListsCount: whole.chosen.editions.length,
    consensus: number === undefined ? null : placeAnswer(whole, number),
    ofCitiesCount: whole.cities.length,
    method: methodInWords(whole),
    permalink: permalinkOf(whole, asking),
  };
}
