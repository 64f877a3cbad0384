import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  isScalarType,
  parse,
  printSchema,
} from "graphql";
import { schema } from "../../../src/app";
import { type PickEdge } from "../../../src/graph/edge";
import { type Surroundings } from "../../../src/graph/model";
import { type Asking } from "../../../src/graph/reckoned";
import { computedOf, declared, edgeOf, rootOf, tableOf } from "./declared";
import { askedFor, knownAbout } from "./expressions";
import { facetItem, holders, type Item, itemByGlobalId, kept, partItem, rowItem, shown, snake, target } from "./item";
import { sorted, stepsOfWords } from "./order";
import { type PageArguments, page } from "./page";
import { fail, type Row, type Rows } from "./rows";
import { search } from "./search";
import { alike, byCodePoint, similarity } from "./words";

/** Asks the rows of a graph, naively. */
export type Oracle = (document: DocumentNode, variables: Row, operationName?: string) => ExecutionResult;

type Arguments = Readonly<Record<string, unknown>>;

/**
 * A second executor, to compare the compiled read with: graphql-js over arrays of rows. It knows the declarations and
 * nothing of how statements are written.
 *
 * @param isPast whether the rows are those of a revision gone by; its errors suggest nothing
 */
export function createOracle(rows: Rows, surroundings: Surroundings, isPast = false): Oracle {
  // Errors beside data: the field is answered all the same.
  let told: GraphQLError[] = [];
  const fieldResolver: GraphQLFieldResolver<unknown, unknown, Arguments> = (source, args, _context, info) => {
    if (info.parentType.name === "Query") {
      const error = unknownAbout(rows, info.fieldName, args, isPast);
      if (error) told.push(new GraphQLError(error.message, { path: [info.path.key], extensions: error.extensions }));
      return root(rows, info.fieldName, args, isPast);
    }
    if (!isItem(source)) {
      const value = (source as Row)[info.fieldName];
      return typeof value === "function" ? value() : value;
    }
    const computed = computedOf(source.name, info.fieldName);
    return computed
      ? computed.compute(needed(rows, source, computed.needs), args, surroundings as Asking)
      : fieldOf(rows, source, info.fieldName, args);
  };
  return (document, variables, operationName) => {
    told = [];
    const result = execute({
      schema: bare,
      document,
      variableValues: variables,
      operationName: operationName ?? null,
      fieldResolver,
      typeResolver: (item) => (item as Item).name,
    }) as ExecutionResult;
    return told.length > 0 && result.data ? withTold(result, told) : result;
  };
}

/** The errors of a result and those told beside its data, by the order of the fields. */
function withTold({ data, errors = [], ...rest }: ExecutionResult, told: readonly GraphQLError[]): ExecutionResult {
  const place = ({ path }: GraphQLError) => Object.keys(data!).indexOf(String(path?.[0]));
  return { ...rest, data: data!, errors: [...told, ...errors].sort((a, b) => place(a) - place(b)) };
}

function unknownAbout(rows: Rows, field: string, { about }: Arguments, isPast: boolean): GraphQLError | undefined {
  const { name } = rootOf(field) ?? {};
  const isKnown = name && knownAbout[name];
  if (!isKnown || rootOf(field)?.roots.many !== field || (about ?? null) === null) return undefined;
  if (isKnown(String(about), rows)) return undefined;
  const [type, ...id] = String(about).split(":");
  return missing(rows, type!, declared(type!).declaration.roots?.one ?? type!, id.join(":"), isPast);
}

/** The schema without what resolves it; scalars read and write as they do. */
const bare = buildSchema(printSchema(schema));
for (const scalar of Object.values(bare.getTypeMap()).filter(isScalarType)) {
  const { serialize, parseValue, parseLiteral } = schema.getType(scalar.name) as typeof scalar;
  Object.assign(scalar, { serialize, parseValue, parseLiteral });
}

const isItem = (source: unknown): source is Item =>
  typeof source === "object" && source !== null && "row" in source && "column" in source;

function root(rows: Rows, field: string, args: Arguments, isPast: boolean): unknown {
  if (field === "graph") return rowItem("Graph", rows.of("graph")[0]!);
  if (field === "search") return search(rows, args as never);
  if (field === "nodes") return (args["ids"] as unknown[]).map((id) => itemByGlobalId(rows, id));
  if (field === "node") {
    const [name, ...id] = String(args["id"]).split(":");
    return itemByGlobalId(rows, args["id"]) ?? notFound(rows, name!, name!, id.join(":"), isPast);
  }
  const { name, roots } = rootOf(field) ?? fail(`no root field ${field}`);
  if (roots.one === field) {
    const asked = roots.by === "id" ? String(args["id"]).slice(name.length + 1) : args[roots.by];
    const column = roots.by === "slug" ? "id" : snake(roots.by);
    const [row] = rows.where(tableOf(name), column, asked);
    return row ? rowItem(name, row) : notFound(rows, name, field, asked, isPast);
  }
  const conditions = Object.keys(roots.asked ?? {}).filter((asked) => (args[asked] ?? null) !== null);
  const items = rows
    .of(tableOf(name))
    .filter((row) =>
      conditions.every((asked) =>
        (askedFor[`${name}.${asked}`] ?? fail(`no ${name}.${asked}`))(row, args[asked], rows),
      ),
    )
    .map((row) => rowItem(name, row));
  return page(rows, field, name, items, args as PageArguments, declared(name).declaration.order ?? []);
}

function notFound(...wanted: Parameters<typeof missing>): never {
  throw missing(...wanted);
}

function missing(rows: Rows, name: string, what: string, id: unknown, isPast: boolean): GraphQLError {
  const wanted = String(id).slice(0, 200);
  // Revisions go by their numbers, which are not near to each other.
  const isNumbered = what === "revision";
  const near =
    isPast || isNumbered
      ? []
      : rows
          .of(tableOf(name))
          .map((row) => ({ slug: String(row["id"]), likeness: similarity(String(row["id"]), wanted) }))
          .filter(({ likeness }) => likeness >= alike)
          .sort((a, b) => b.likeness - a.likeness || byCodePoint(a.slug, b.slug))
          .slice(0, 3);
  const suggestions = near.map(({ slug }) => slug);
  const hint = suggestions.map((slug) => `\`${slug}\``).join(" or ");
  const elsewhere = isNumbered ? "`revisions` lists those there are" : "look for it with `search`";
  return new GraphQLError(`no ${what} \`${id}\`; ${hint ? `did you mean ${hint}?` : elsewhere}`, {
    extensions: { code: "NOT_FOUND", suggestions },
  });
}

function fieldOf(rows: Rows, item: Item, field: string, args: Arguments): unknown {
  const edge = edgeOf(item.name, field);
  if (!edge) return withoutEdge(rows, item, field);
  if (edge.shape === "one" || edge.shape === "any") return target(rows, item, field);
  if (edge.shape === "facet") return facetItem(edge.target.name, field, item);
  const { name } = edge.target;
  const items = holders(rows, item, name, edge);
  if (edge.shape === "pick") return picked(rows, items, edge, args);
  if (edge.shape === "list") return sorted(items, stepsOfWords(rows, edge.order));
  const usual = edge.order.length > 0 ? edge.order : (declared(name).declaration.order ?? []);
  return page(rows, `${item.name}.${field}`, name, items, args as PageArguments, usual);
}

function withoutEdge(rows: Rows, item: Item, field: string): unknown {
  const type = bare.getType(String(declared(item.name).type.getFields()[field]!.type).replace(/[[\]!]/g, ""))!;
  if (!("getFields" in type)) return shown(rows, item, field);
  const value = kept(rows, item, field);
  const part = (row: unknown) => partItem(type.name, row as Row);
  return Array.isArray(value) ? value.map(part) : value && part(value);
}

function picked(rows: Rows, items: readonly Item[], edge: PickEdge, args: Arguments): Item | null {
  const asked = Object.keys(edge.asked).filter((name) => (args[name] ?? null) !== null);
  const meets = ({ row }: Item) =>
    Object.entries(edge.fixed).every(([name, value]) => row[snake(name)] === value) &&
    asked.every((name) => row[snake(name)] === args[name]);
  return sorted(items.filter(meets), stepsOfWords(rows, edge.order))[0] ?? null;
}

/** What a computed field needs of its row. */
function needed(rows: Rows, item: Item, needs: string): Row {
  const { data, errors } = execute({
    schema: bare,
    document: parse(`{ node(id: "") { ... on ${item.name} ${needs} } }`),
    fieldResolver: (source, args, _context, { parentType, fieldName }) =>
      parentType.name === "Query" ? item : fieldOf(rows, source as Item, fieldName, args as Arguments),
    typeResolver: (found) => (found as Item).name,
  }) as ExecutionResult;
  if (errors) throw errors[0]!;
  return JSON.parse(JSON.stringify(data!["node"])) as Row;
}
