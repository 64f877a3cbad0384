import { extendSchema, findBreakingChanges, GraphQLSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import { type BuildSchemaOptions, buildSchemaSync } from "type-graphql";
import { describe } from "./describe";
import { type Class, type Edge } from "./edge";
import { type Computed, createModel, type Model, type TypeDeclaration } from "./model";
import { asOfSdl } from "./read/as-of";
import { licencesSdl } from "./read/licences";
import { type Reckoned, reckonedSdl } from "./reckoned";
import { Moment } from "./scalars";
import { modelSdl } from "./sdl";
import { setPrices } from "./set-prices";
import { storedRootsSdl } from "./stored-roots";

/** What a schema is made of. */
export interface SchemaParts {
  /** Resolver classes: what is reckoned in Node, and mutations. */
  readonly resolvers: readonly Class[];
  /** Classes of object types, whether or not a resolver mentions them. */
  readonly types: readonly Class[];
  readonly declarations: readonly TypeDeclaration[];
  readonly edges: readonly Edge[];
  readonly computed: readonly Computed[];
  /** Root fields that are reckoned in Node. */
  readonly reckoned?: readonly Reckoned[];
  /** Further types that fields in SDL mention, such as enums of arguments. */
  readonly sdl?: string;
}

/** The graph as callers see it, and as the compiled read sees it. */
export interface Graph {
  readonly schema: GraphQLSchema;
  readonly model: Model;
}

/** Builds the schema: types as their classes declare them, edges, lists and root fields as the model has them. */
export function createSchema({
  resolvers,
  types,
  declarations,
  edges,
  computed,
  reckoned = [],
  sdl = "",
}: SchemaParts): Graph {
  const declared = buildSchemaSync({
    resolvers: resolvers as unknown as BuildSchemaOptions["resolvers"],
    orphanedTypes: types as unknown as NonNullable<BuildSchemaOptions["orphanedTypes"]>,
    validate: false,
  });
  const model = createModel(declared, declarations, edges, computed);
  const { types: named, ...rest } = declared.toConfig();
  // No class has a field of this scalar: it is the directive's alone.
  const schema = extendSchema(
    new GraphQLSchema({ ...rest, types: [...named, Moment] }),
    parse([modelSdl(model), storedRootsSdl(model), asOfSdl, licencesSdl, sdl, reckonedSdl(reckoned)].join("\n")),
  );
  describe(schema);
  setPrices(schema, computed, reckoned);
  return { schema, model };
}

/** The schema in SDL, in an order that does not depend on the order of declarations. */
export function sdlOf(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/**
 * What would break for callers between two schemas, and is not told in the change log.
 *
 * @param changelog the text of the change log; a change is announced by its own words there
 */
export function unannounced(before: GraphQLSchema, after: GraphQLSchema, changelog: string): string[] {
  const changes = findBreakingChanges(before, after).map(({ description }) => description);
  return changes.filter((change) => !changelog.includes(change));
}
