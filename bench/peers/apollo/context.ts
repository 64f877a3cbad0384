import DataLoader from "dataloader";
import { type DataSource, type EntityTarget, In, type ObjectLiteral } from "typeorm";
import { ExpoEdition, Placement, Win } from "./entities";

/** What resolvers share within one request. */
export interface Context {
  readonly source: DataSource;
  /** The row of this id, fetched together with others that are asked for in the same breath. */
  one<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string): Promise<Row>;
  readonly placements: DataLoader<string, Placement[]>;
  readonly wins: DataLoader<string, Win[]>;
  readonly expoEditions: DataLoader<string, ExpoEdition[]>;
}

export function contextOver(source: DataSource): Context {
  const loaders = new Map<unknown, DataLoader<string, ObjectLiteral>>();
  return {
    source,
    one: <Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string) => {
      const loader = loaders.get(entity) ?? new DataLoader<string, ObjectLiteral>((ids) => byId(source, entity, ids));
      loaders.set(entity, loader);
      return loader.load(id) as Promise<Row>;
    },
    placements: new DataLoader((cities) =>
      ofCities(
        cities,
        source
          .getRepository(Placement)
          .createQueryBuilder("p")
          .innerJoin("ranking_editions", "e", "e.id = p.edition")
          .where({ cityId: In([...cities]) })
          .orderBy("e.year", "DESC")
          .addOrderBy("p.rank")
          .addOrderBy("p.id", "DESC")
          .getMany(),
      ),
    ),
    wins: new DataLoader((cities) =>
      ofCities(
        cities,
        source
          .getRepository(Win)
          .createQueryBuilder("w")
          .innerJoin("award_editions", "e", "e.id = w.edition")
          .where({ cityId: In([...cities]) })
          .orderBy("e.year", "DESC")
          .addOrderBy("w.category")
          .addOrderBy("w.id", "DESC")
          .getMany(),
      ),
    ),
    expoEditions: new DataLoader((cities) =>
      ofCities(
        cities,
        source
          .getRepository(ExpoEdition)
          .find({ where: { cityId: In([...cities]) }, order: { year: "DESC", slug: "DESC" } }),
      ),
    ),
  };
}

async function byId(source: DataSource, entity: EntityTarget<ObjectLiteral>, ids: readonly string[]) {
  const key = source.getMetadata(entity).primaryColumns[0]!.propertyName;
  const found = await source.getRepository(entity).findBy({ [key]: In([...ids]) });
  const rows = new Map(found.map((row) => [row[key], row]));
  return ids.map((id) => rows.get(id)!);
}

async function ofCities<Row extends { cityId: string | null }>(cities: readonly string[], found: Promise<Row[]>) {
  const rows = new Map<string | null, Row[]>(cities.map((city) => [city, []]));
  for (const row of await found) rows.get(row.cityId)!.push(row);
  return cities.map((city) => rows.get(city)!);
}
