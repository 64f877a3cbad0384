import { buildSchema, execute } from "graphql";
import { createServer } from "../../src/server/server";

const schema = buildSchema(`
  scalar Slug
  enum Direction { ASC DESC }
  enum PlacementField { RANK YEAR }
  input PlacementOrder { field: PlacementField! direction: Direction! }
  type Query {
    "The state of the graph."
    graph: Graph!
    "One year's list of a ranking."
    rankingEdition("Its slug, such as imd-smart-city-index-2024." slug: Slug!): RankingEdition
    "One city."
    city(slug: Slug!): City
  }
  type Graph { revision: Int! }
  type RankingEdition {
    slug: Slug! title: String year: Int! citiesAssessed: Int ranking: Ranking!
    placements(first: Int, orderBy: [PlacementOrder!]): Placements!
  }
  type Ranking { name: String! publisher: Publisher }
  type Publisher { name: String! }
  type Placements { totalCount: Int! nodes: [Placement!]! }
  type Placement { rank: Int score: Float rating: String city: City! edition: RankingEdition! source: Source! evidence: Evidence! }
  type City { name: String! country: Country! placements(first: Int, orderBy: [PlacementOrder!]): Placements! }
  type Country { name: String! }
  type Source { title: String! url: String publisher: Publisher }
  type Evidence { status: String! claims: [Claim!]! }
  type Claim { text: String! source: Source! }
`);

const source = {
  title: "An illustration, not data",
  url: "https://example.org/",
  publisher: { name: "Example Press" },
};
const edition = (slug: string) => ({
  slug,
  title: "An illustration",
  year: 2024,
  citiesAssessed: 3,
  ranking: { name: "Illustrated Index", publisher: source.publisher },
  placements: { totalCount: 3, nodes: ["Ankh", "Bree", "Corona"].map((name, place) => placement(name, place + 1)) },
});
const placement = (name: string, rank: number) => ({
  rank,
  rating: "AA",
  city: { name, country: { name: "Nowhere" } },
  source,
  evidence: { status: "SINGLE_SOURCE", claims: [{ text: `rank ${rank}`, source }] },
});

const root = {
  graph: { revision: 1 },
  rankingEdition: ({ slug }: { slug: string }) => edition(slug),
  city: () => ({
    name: "Ankh",
    country: { name: "Nowhere" },
    placements: { totalCount: 1, nodes: [{ ...placement("Ankh", 1), edition: edition("illustrated-index-2024") }] },
  }),
};

/** A server over an illustrated graph that has what the worked questions ask for. */
export const openIllustration = () =>
  createServer({
    schema,
    answer: async ({ document, operationName, variables }) => {
      const { data, errors } = await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        rootValue: root,
      });
      return { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}), extensions: { revision: 1 } };
    },
    ready: async () => true,
    home: async () => ({
      revision: 12,
      recordedAt: "2025-03-01T10:00:00.000Z",
      counts: [
        { label: "cities", value: 1243 },
        { label: "rankings", value: 38 },
        { label: "placements", value: 4127 },
        { label: "sources", value: 212 },
      ],
    }),
    settings: { logLevel: "warn" },
  });
