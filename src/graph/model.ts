import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { snakeCase } from "typeorm/util/StringUtils";
import { type Class, type Edge, type ManyEdge, type Measure } from "./edge";
import { type Asking } from "./reckoned";

/** What the graph must be told of a type beyond its fields and edges. */
export interface TypeDeclaration {
  readonly name: string;
  /** Its table or view; null for parts of a row and for views of one. */
  readonly table: string | null;
  /** The root fields that answer it; none for types reached by edges alone. */
  readonly roots?: Roots;
  /** Shortcuts for filters and orders that lie behind edges: `{ year: "edition.year" }`. */
  readonly through?: Readonly<Record<string, string>>;
  /** Whether it is kept how many rows it has. */
  readonly counted?: true;
  /** Whether rows can be found by `where: { text }` and by `search`. */
  readonly named?: boolean;
  /** Fields that are an expression over the row rather than a column of it. */
  readonly sql?: Readonly<Record<string, (alias: string, relation: Relation, along?: Along) => string>>;
  /** Root order when none is asked for, such as `["prominence desc"]`. */
  readonly order?: readonly string[];
  /** What an export tells of a row that another row names, beyond its slug and name: `["title", "publisher"]`. */
  readonly brief?: readonly string[];
}

/** The root fields of a type. */
export interface Roots {
  readonly one: string;
  readonly many: string;
  /** What the field for one asks for: a slug, a global id, or the value of another column. */
  readonly by: string;
  /** Arguments of the field for many that say shortly what a filter can say: with their types, as conditions in SQL. */
  readonly asked?: Readonly<Record<string, Asked>>;
}

/** An argument that is a condition. */
export interface Asked {
  readonly type: string;
  readonly description: string;
  /** How SQL casts it. */
  readonly cast: string;
  condition(alias: string, value: string, relation: Relation): string;
  /** SQL for what the condition goes by instead of the value, where that is looked up: once for a list and its total. */
  lookedUp?(value: string, relation: Relation): string;
  /** For a global id: SQL for whether the graph knows it, by SQL for what follows the type; an unknown one is told. */
  known?(type: StoredType, id: string, relation: Relation): string;
  /** Whether it is the number of a revision, or 0 for what was before the first: one that there is not is told. */
  readonly isRevision?: true;
  /** The words that it takes, where it takes no others. */
  readonly among?: readonly string[];
}

/** SQL for a table or view, by its name: as it is now, or as it was. */
export type Relation = (table: string) => string;

/** SQL for the alias of the one row an edge leads to, where a statement has joined it; else an expression looks it up. */
export type Along = (edge: string) => string;

/** What surrounds an answer, beyond what is stored. */
export interface Surroundings {
  /** The address under which the graph is reached, without a slash at its end. */
  readonly publicUrl: string;
}

/** A field reckoned in Node from what is stored of its row. */
export interface Computed {
  /** The type, or the interface of the types, that carries it. */
  readonly owner: Class;
  readonly field: string;
  /** Its arguments and its type in SDL: `(style: CitationStyle!): String!`. */
  readonly sdl: string;
  readonly description: string;
  /** What it costs beyond its row and what it needs of it, in rows; for a reckoning that takes long, or reads more. */
  readonly cost?: number;
  /** What it costs once, of however many rows it is asked, in rows: what is made for all of them together. */
  readonly once?: number;
  /** Its arguments that say how long lists of its answer can be. */
  readonly bounds?: readonly string[];
  /** What it needs of its row, as a selection: `{ title publisher { name } }`. */
  readonly needs: string;
  /**
   * The value; of a type with fields, a plain object as the type has it, as of a root field that is reckoned. May take its
   * time.
   *
   * @throws GraphQLError where it cannot be reckoned; a field that may be null is null then
   */
  compute(row: Readonly<Record<string, unknown>>, args: Readonly<Record<string, unknown>>, asking: Asking): unknown;
  /** The same as SQL over the id of a row of a type, for lists too long to be reckoned in Node; only where there are no arguments. */
  sql?(type: string, id: string, surroundings: Surroundings): string;
}

export type SqlType = "id" | "text" | "int" | "float8" | "boolean" | "timestamptz" | "text[]" | "jsonb";

/** A field that stands in a column. */
export interface Column {
  readonly field: string;
  readonly column: string;
  readonly sqlType: SqlType;
  readonly nullable: boolean;
  /** The enum or scalar that callers see. */
  readonly leaf: string;
  /** The stored type of an object (or list of objects) kept in a jsonb column. */
  readonly embedded: string | null;
  readonly isList: boolean;
}

/** An edge whose ends are names of stored types. */
export type ModelEdge =
  | { readonly shape: "one"; readonly target: string; readonly column: string; readonly nullable: boolean }
  | { readonly shape: "facet"; readonly target: string }
  | { readonly shape: "any"; readonly column: string; readonly as: string; readonly nullable: boolean }
  | {
      readonly shape: "pick";
      readonly target: string;
      readonly column: string;
      readonly holds: ManyEdge["holds"];
      readonly order: readonly string[];
      readonly fixed: Readonly<Record<string, string>>;
      /** Columns by the arguments that ask for them. */
      readonly asked: Readonly<Record<string, string>>;
      readonly measure: Measure | undefined;
    }
  | {
      readonly shape: "many" | "list";
      readonly target: string;
      readonly column: string;
      readonly holds: ManyEdge["holds"];
      readonly order: readonly string[];
    };

export interface StoredType {
  readonly name: string;
  readonly table: string | null;
  readonly columns: ReadonlyMap<string, Column>;
  readonly edges: ReadonlyMap<string, ModelEdge>;
  readonly computed: ReadonlyMap<string, Computed>;
  readonly declaration: TypeDeclaration;
}

/** All that is stored, as the compiled read sees it. */
export interface Model {
  readonly types: ReadonlyMap<string, StoredType>;
  readonly edges: readonly Edge[];
  readonly computed: readonly Computed[];
  /** The interfaces of the schema, each with itself and those it implements. */
  readonly interfaces: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads the model off a schema's object types: leaf fields are columns in snake case, object fields without an edge are
 * parts kept as jsonb, the rest are edges.
 *
 * @throws TypeError if a declaration names a type or field that the schema lacks
 */
export function createModel(
  schema: GraphQLSchema,
  declarations: readonly TypeDeclaration[],
  edges: readonly Edge[],
  computed: readonly Computed[],
): Model {
  const types = new Map<string, StoredType>();
  const declare = (declaration: TypeDeclaration): void => {
    const { name, table } = declaration;
    if (types.has(name)) return;
    const object = schema.getType(name);
    if (!isObjectType(object)) throw new TypeError(`the model names ${name}, which is no object type of the schema`);
    const carriers = new Set([name, ...object.getInterfaces().map((carrier) => carrier.name)]);
    const carried = edges.filter(({ owner }) => carriers.has(owner.name));
    const isOwn = ({ owner }: Edge) => owner.name === name;
    const calculated = computed.filter(({ owner }) => carriers.has(owner.name));
    const columns = columnsOf(object);
    types.set(name, {
      name,
      table,
      columns,
      edges: new Map(
        // An edge of its own takes the place of one that its interfaces declare under the same name.
        [...carried.filter((edge) => !isOwn(edge)), ...carried.filter(isOwn)].map((edge) => [
          edge.field,
          modelEdge(edge),
        ]),
      ),
      computed: new Map(calculated.map((field) => [field.field, field])),
      declaration,
    });
    for (const { embedded } of columns.values()) if (embedded) declare({ name: embedded, table: null });
  };
  declarations.forEach(declare);
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const lineage = interfaces.map(
    (type) => [type.name, new Set([type.name, ...type.getInterfaces().map(({ name }) => name)])] as const,
  );
  return { types, edges, computed, interfaces: new Map(lineage) };
}

function columnsOf(object: GraphQLObjectType): Map<string, Column> {
  const fields = Object.values(object.getFields());
  return new Map(fields.map((field) => [field.name, columnOf(field)]));
}

function columnOf({ name, type }: GraphQLField<unknown, unknown>): Column {
  const leaf = getNamedType(type);
  const isList = isListType(getNullableType(type));
  return {
    field: name,
    column: name === "slug" ? "id" : snakeCase(name),
    sqlType: sqlTypeOf(type, isList),
    nullable: !isNonNullType(type),
    leaf: leaf.name,
    embedded: isLeafType(leaf) ? null : leaf.name,
    isList,
  };
}

const sqlTypes: Readonly<Record<string, SqlType>> = {
  ID: "id",
  Int: "int",
  Year: "int",
  Rank: "int",
  Float: "float8",
  Share: "float8",
  Latitude: "float8",
  Longitude: "float8",
  Boolean: "boolean",
  Timestamp: "timestamptz",
  JSON: "jsonb",
};

function sqlTypeOf(type: GraphQLOutputType, isList: boolean): SqlType {
  const leaf = getNamedType(type);
  if (!isLeafType(leaf)) return "jsonb";
  if (isList) return "text[]";
  return isEnumType(leaf) ? "text" : (sqlTypes[leaf.name] ?? "text");
}

function modelEdge(edge: Edge): ModelEdge {
  if (edge.shape === "facet") return { shape: "facet", target: edge.target.name };
  if (edge.shape === "any") return { shape: "any", column: snakeCase(edge.by), as: edge.as, nullable: edge.nullable };
  if (edge.shape === "one") {
    return { shape: "one", target: edge.target.name, column: snakeCase(edge.by), nullable: edge.nullable };
  }
  if (edge.shape === "pick") {
    const { target, on, holds, order, fixed, asked, measure } = edge;
    const columns = Object.fromEntries(Object.keys(asked).map((name) => [name, snakeCase(name)]));
    return { shape: "pick", target: target.name, column: snakeCase(on), holds, order, fixed, asked: columns, measure };
  }
  const { shape, target, on, holds, order } = edge;
  return { shape, target: target.name, column: snakeCase(on), holds, order };
}
