import DataLoader from "dataloader";
import { type Pool } from "pg";
import * as sql from "./sql";

/** The part of the graph that is asked for, as one would write it for Mercurius or Yoga. */
export const typeDefs = `
  scalar Slug
  enum SearchKind { City }
  enum OrderDirection { ASC DESC }
  enum ObservationOrderField { PERIOD }
  input IntFilter { lte: Int }
  input CityFilter { prominence: IntFilter }
  input CityOrder { indicator: Slug direction: OrderDirection }
  input ObservationOrder { field: ObservationOrderField direction: OrderDirection }
  type Query {
    rankingEdition(slug: Slug!): RankingEdition
    city(slug: Slug!): City
    cities(first: Int, where: CityFilter, orderBy: [CityOrder!]): CityConnection!
    search(text: String!, kinds: [SearchKind!], first: Int): SearchConnection!
  }
  type CityConnection { nodes: [City!]! edges: [CityEdge!]! }
  type CityEdge { node: City! figure: Figure }
  type Figure { value: Float! period: String! }
  type SearchConnection { totalCount: Int! nodes: [City!]! }
  type City {
    slug: Slug! name: String! aliases: [String!]! prominence: Int! recordedIn: Int! location: Location
    externalIds: [ExternalId!]! country: Named!
    placements(first: Int): PlacementConnection!
    wins(first: Int): WinConnection!
    expoEditions(first: Int): ExpoEditionConnection!
    observations(first: Int, orderBy: [ObservationOrder!]): ObservationConnection!
  }
  type Location { latitude: Float! longitude: Float! }
  type ExternalId { scheme: String! id: String! }
  type Named { slug: Slug! name: String! }
  type RankingEdition { slug: Slug! title: String year: Int! ranking: Named! placements(first: Int): PlacementConnection! }
  type PlacementConnection { totalCount: Int! nodes: [Placement!]! }
  type Placement { rank: Int score: Float city: City! edition: RankingEdition! }
  type WinConnection { nodes: [Win!]! }
  type Win { category: String edition: AwardEdition! }
  type AwardEdition { slug: Slug! year: Int! award: Named! }
  type ExpoEditionConnection { nodes: [ExpoEdition!]! }
  type ExpoEdition { year: Int! starts: String expo: Named! }
  type ObservationConnection { nodes: [Observation!]! }
  type Observation { value: Float! period: String! status: String! indicator: Indicator! }
  type Indicator { slug: Slug! name: String! unit: String! }`;

/** A row as Postgres gives it. */
type Row = Readonly<Record<string, unknown>>;

/** What resolvers share within one request. */
export interface Context {
  rows(text: string, values: readonly unknown[]): Promise<Row[]>;
  /** The row of this id, fetched together with others that are asked for in the same breath. */
  one(table: keyof typeof sql.named, id: unknown): Promise<Row>;
  /** So many rows of this city, or all where `first` is below 0, fetched together with those of other cities. */
  many(text: string, city: unknown, first: number): Promise<Row[]>;
}

export function contextOver(pool: Pool): Context {
  const loaders = new Map<string, DataLoader<unknown, unknown>>();
  const rows = async (text: string, values: readonly unknown[]) =>
    (await pool.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;
  const load = (name: string, key: unknown, batch: (keys: readonly unknown[]) => Promise<readonly unknown[]>) => {
    const loader = loaders.get(name) ?? new DataLoader(batch);
    loaders.set(name, loader);
    return loader.load(key);
  };
  return {
    rows,
    one: (table, id) =>
      load(table, id, async (ids) => {
        const found = new Map((await rows(sql.named[table], [ids])).map((row) => [row["slug"], row]));
        return ids.map((one) => found.get(one));
      }) as Promise<Row>,
    many: (text, city, first) =>
      load(`${first} ${text}`, city, async (cities) => {
        const found = new Map<unknown, Row[]>(cities.map((one) => [one, []]));
        for (const row of await rows(text, first < 0 ? [cities] : [cities, first])) found.get(row["city"])!.push(row);
        return cities.map((one) => found.get(one));
      }) as Promise<Row[]>,
  };
}

const names = new Map<string, string>();

/** The name that a statement is prepared under. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

type Args = Readonly<Record<string, unknown>>;
const page = (nodes: Promise<Row[]>) => nodes.then((rows) => ({ nodes: rows }));
const toOne =
  (table: keyof typeof sql.named, column: string) =>
  (row: Row, _: Args, { one }: Context) =>
    one(table, row[column]);
const ofCity =
  (text: string) =>
  (city: Row, { first }: Args, { many }: Context) =>
    page(many(text, city["slug"], Number(first ?? 50)));

export const resolvers = {
  Query: {
    rankingEdition: (_: unknown, { slug }: Args, { one }: Context) => one("rankingEditions", slug),
    city: (_: unknown, { slug }: Args, { one }: Context) => one("cities", slug),
    cities: async (_: unknown, { first, where, orderBy }: Args, { rows }: Context) => {
      const [order] = (orderBy ?? []) as { indicator?: string }[];
      if (!order?.indicator) {
        const { lte } = ((where as Row | undefined)?.["prominence"] ?? {}) as { lte?: number };
        return { nodes: await rows(sql.citiesBelow(), [lte ?? 2 ** 31 - 1, first ?? 50]) };
      }
      const found = await rows(sql.citiesByFigure(), [order.indicator, first ?? 50]);
      return { nodes: found, edges: found.map((row) => ({ node: row, figure: row })) };
    },
    search: async (_: unknown, { text, first }: Args, { rows }: Context) => {
      const nodes = await rows(sql.search(), [text, first ?? 50]);
      return { nodes, totalCount: nodes[0]?.["total"] ?? 0 };
    },
  },
  City: {
    country: toOne("countries", "country"),
    placements: (city: Row, { first }: Args) => ({ city: city["slug"], first: first ?? 50 }),
    wins: ofCity(sql.winsOfCities),
    expoEditions: ofCity(sql.exposOfCities),
    observations: (city: Row, { first }: Args, { rows }: Context) =>
      page(rows(sql.observationsOf, [city["slug"], first ?? 50])),
  },
  RankingEdition: {
    ranking: toOne("rankings", "ranking"),
    placements: (edition: Row, { first }: Args, { rows }: Context) =>
      page(rows(sql.placementsOfEdition, [edition["slug"], first ?? 50])),
  },
  PlacementConnection: {
    nodes: ({ nodes, city, first }: Row, _: Args, { many }: Context) =>
      nodes ?? many(sql.placementsOfCities, city, Number(first)),
    totalCount: async ({ city }: Row, _: Args, { many }: Context) =>
      (await many(sql.countPlacements, city, -1))[0]?.["count"] ?? 0,
  },
  Placement: { city: toOne("cities", "city"), edition: toOne("rankingEditions", "edition") },
  Win: { edition: toOne("awardEditions", "edition") },
  AwardEdition: { award: toOne("awards", "award") },
  ExpoEdition: { expo: toOne("expos", "expo") },
  Observation: { indicator: toOne("indicators", "indicator") },
};
