import { type Model } from "./model";

/** The root fields that span types, in SDL: by global id, and search. */
export function storedRootsSdl({ types }: Model): string {
  const named = [...types.values()].filter(({ declaration }) => declaration.named).map(({ name }) => name);
  return `
extend type Query {
  "The row with this global id; null, with an error, when there is none." node(id: ID!): Node
  "The rows with these global ids (500 at most), in their order; null where there is none." nodes(ids: [ID!]!): [Node]!
  "Things whose name or alias begins with the text, or is like it: accents, case and small slips do not matter. The best match comes first." search(
    "What to look for." text: String!
    "Only things of these kinds." kinds: [SearchKind!]
    "The first matches, at most 500; 50 by default." first: Int
    "Matches after this cursor." after: String
  ): SearchConnection!
}
"A kind of thing that can be searched."
enum SearchKind { ${named.join(" ")} }
"A page of matches."
type SearchConnection {
  "The matches with their cursors." edges: [SearchEdge!]!
  "The things found, best match first." nodes: [Thing!]!
  pageInfo: PageInfo!
  "How many things match; 1000 at most are looked at." totalCount: Int!
}
"A match."
type SearchEdge {
  "Where it stands in the list: hand it to \`after\`." cursor: String!
  node: Thing!
  "The name that matched." matched: String!
  "How well it fits, and how well known the thing is; for ordering only." score: Float!
}`;
}
