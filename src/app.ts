import "reflect-metadata";
import { createSchema } from "./graph/schema";
import { declarations, edges, graphTypes } from "./knowledge";
import { GraphQuery } from "./knowledge/graph";
import { Submission } from "./intake/submission";

/** The graph as callers see it, and as the compiled read sees it. */
export const { schema, model } = createSchema({
  resolvers: [GraphQuery],
  types: [...graphTypes, Submission],
  declarations,
  edges,
  computed: [],
});
