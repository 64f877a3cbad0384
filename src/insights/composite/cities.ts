import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { allPages, pageInfo } from "../read/all-pages";
import { requireKnown } from "../read/require-known";
import { type Scope } from "./definition";

/** A city that may be scored. */
export interface ScoredCity {
  /** Its global id. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: { readonly id: string };
}

const query = `query ($where: CityFilter, $after: String) {
  rows: cities(first: 500, after: $after, where: $where, orderBy: [{ field: SLUG }]) {
    nodes { id slug name country { id } }
    ${pageInfo}
  }
}`;

/** The filter by which the cities of an index are found; without a scope, those of which an indicator is known. */
export function filterOf({ cities, where }: Scope, indicators: readonly string[]): object {
  if (cities && where) throw badInput("expected `cities` or `where`, got both");
  if (cities) return { slug: { in: cities } };
  return where ?? { observations: { some: { indicator: { slug: { in: indicators } } } } };
}

/** How many cities a filter lets through. */
export async function countCities({ read }: Pick<Asking, "read">, where: object): Promise<number> {
  const { cities } = await read<{ cities: { totalCount: number } }>(
    "query ($where: CityFilter) { cities(where: $where) { totalCount } }",
    { where },
  );
  return cities.totalCount;
}

/** @throws GraphQLError NOT_FOUND where a city asked for by its slug is not known, BAD_USER_INPUT where there is none */
export async function citiesOf(
  asking: Pick<Asking, "read">,
  where: object,
  { cities: slugs }: Scope,
): Promise<ScoredCity[]> {
  const cities = await allPages<ScoredCity>(asking, query, { where }, 100_000, "cities");
  if (slugs) await requireKnown(asking, "city", slugs, new Set(cities.map(({ slug }) => slug)));
  if (cities.length === 0)
    throw badInput("an index expects cities, got none that meets the filter or has a value of its indicators");
  return cities;
}
