import { type FieldNode, type GraphQLObjectType, type GraphQLOutputType, type SelectionSetNode } from "graphql";
import { type Computed, type Model, type Relation, type StoredType } from "../model";
import { type Leaf, type Variables } from "./bound";
import { type Joins } from "./joins";
import { type Json } from "./json";
import { type Known } from "./known";
import { type Parameters } from "./parameters";
import { type Row } from "./row";
import { type Document } from "./selection";

/** What the parts of the compiler share while they write one statement. */
export interface Compile {
  readonly document: Document;
  readonly model: Model;
  readonly parameters: Parameters;
  /** Fields reckoned in Node, by the number under which their place stands in the answer. */
  readonly calculations: Calculation[];
  /** SQL for a table or view as the statement reads it: as it is, or as it was. */
  readonly relation: Relation;
  /** Whether it reads a time gone by, of which nothing is kept that follows from other rows. */
  readonly isPast: boolean;
  /** Whether each row names its source in the JSON, to be told under which licences the answer comes. */
  readonly tellsLicences: boolean;
  /** Has the answer carry an error where there is no row of a type with this slug, or none that is known: it was misspelt. */
  require(type: StoredType, slug: Leaf, known?: Known): void;
  /** Has the statement be refused where it is read at a revision before this one, which an argument names. */
  requireRevision(argument: string, number: Leaf): void;
  /** Counts a condition. @throws GraphQLError QUERY_TOO_LARGE where there are more than a statement may have */
  countCondition(): void;
  /** A name for a row that no other row of the statement has. */
  alias(): string;
  /** The JSON of one row; joins it needs are added to `joins`. */
  object(row: Row, selectionSets: readonly SelectionSetNode[], joins: Joins): Json;
}

/** A field to reckon in Node, with the arguments it was asked with. */
export interface Calculation {
  readonly computed: Computed;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  args(variables: Variables): Record<string, unknown>;
}

/** The stored type of this name. Throws TypeError if the model lacks it: a fault of ours. */
export function storedType({ model }: Compile, name: string): StoredType {
  const type = model.types.get(name);
  if (!type) throw new TypeError(`no stored type ${name}`);
  return type;
}

export function objectType({ document }: Compile, { name }: StoredType): GraphQLObjectType {
  return document.schema.getType(name) as GraphQLObjectType;
}
