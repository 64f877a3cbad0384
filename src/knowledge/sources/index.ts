import { type Kind } from "../kind";
import { Source, SourceInput } from "./source";
import { sourceEdges } from "./source.edges";

export const sources = {
  name: "sources",
  one: "source",
  by: "slug",
  entity: Source,
  input: SourceInput,
  identify: ({ slug }) => String(slug),
  edges: sourceEdges,
  isNamed: false,
  order: ["published desc"],
  brief: ["title", "publisher", "url", "published", "retrieved", "licence", "licenceClass"],
} satisfies Kind as Kind;
