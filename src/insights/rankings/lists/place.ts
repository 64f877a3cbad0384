import { type Asking } from "../../../graph/reckoned";
import { type RankList } from "../../../scoring";
import { allPages, pageInfo } from "../../read/all-pages";

/** A city's place as the preferred claim has it. */
export interface Place {
  /** The global id of the placement. */
  readonly id: string;
  readonly rank: number;
  /** The global id of the city. */
  readonly city: string;
}

/** The places of several editions, over one universe of cities. */
export interface Lists {
  /** Global ids of every city on any of them, in rising order. */
  readonly cities: readonly string[];
  /** By edition: the ranks in the order of `cities`. */
  readonly lists: readonly RankList[];
  /** By edition: the places by city. */
  readonly places: readonly ReadonlyMap<string, Place>[];
}

type Row = Pick<Place, "id" | "rank">;

const query = `query ($editions: [String!]!, $after: String) {
  rows: placements(first: 500, after: $after, where: { edition: { slug: { in: $editions } }, rank: { isNull: false } }) {
    nodes { id rank }
    ${pageInfo}
  }
}`;

/** How many places one question may look at. */
const most = 50_000;

/** The places of editions, by their slugs; those without a rank (a rating alone) are none. */
export async function listsOf(asking: Pick<Asking, "read">, editions: readonly string[]): Promise<Lists> {
  const rows = await allPages<Row>(asking, query, { editions }, most, "places");
  const places = new Map(editions.map((slug) => [slug, new Map<string, Place>()]));
  for (const { id, rank } of rows) {
    const { edition, city } = partsOf(id);
    places.get(edition)!.set(city, { id, rank, city });
  }
  return over(editions.map((slug) => places.get(slug)!));
}

/** The slug of the edition and the global id of the city that a placement's id is made of: `Placement:juniper-smart-city-2023/shanghai-cn`. */
function partsOf(id: string) {
  const [edition, city] = id.slice(id.indexOf(":") + 1).split("/");
  return { edition: edition!, city: `City:${city}` };
}

/** Lists over the cities that are on any of them. */
export function over(places: readonly ReadonlyMap<string, Place>[]): Lists {
  const cities = [...new Set(places.flatMap((list) => [...list.keys()]))].sort();
  const lists = places.map((list) => cities.map((city) => list.get(city)?.rank ?? null));
  return { cities, lists, places };
}
