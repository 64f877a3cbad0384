import { type Model } from "./model";

/** The root fields that span types, in SDL: by global id, and search. */
export function storedRootsSdl({ types }: Model): string {
  const named = [...types.values()].filter(({ declaration }) => declaration.named).map(({ name }) => name);
  return `
extend type Query {
  "The row with this global id; null, with an error, when there is none." node(id: ID!): Node
  "The rows with these global ids (500 at most), in their order; null where there is none." nodes(ids: [ID!]!): [Node]!
  "Things whose name or alias, or a word in it, begins with the text; accents and case do not matter. Where fewer than five do and none of them is well known by just this name, also things with a name that is like the text: well-known ones (cities of 50,000 inhabitants, and all that is no city), or any where no well-known one is at least half alike. The best match comes first; the list ends after 1000." search(
    "What to look for." text: String!
    "Only things of these kinds." kinds: [SearchKind!]
    "The first matches, at most 500; 50 by default." first: Int
    "Matches after this cursor." after: String
  ): SearchConnection!
}
"A kind of thing that can be searched."
enum SearchKind { ${named.map((name) => `"Things of the type ${name}." ${name}`).join(" ")} }
"A page of matches."
type SearchConnection {
  "The matches with their cursors." edges: [SearchEdge!]!
  "The things found, best match first." nodes: [Thing!]!
  pageInfo: PageInfo!
  "How many things match, counted up to 1000; \`totalIsExact\` tells whether there are more." totalCount: Int!
  "Whether \`totalCount\` is exact; false where more than 1000 things, or 2000 of their names, match." totalIsExact: Boolean!
}
"A match."
type SearchEdge {
  "Where it stands in the list: hand it to \`after\`." cursor: String!
  node: Thing!
  "The name that matched." matched: String!
  "How well it fits, and how well known the thing is; for ordering only." score: Float!
}`;
}
