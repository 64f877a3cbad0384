import { type FieldNode, type GraphQLField } from "graphql";
import { badInput } from "../bad-input";
import { type Model, type Roots, type StoredType } from "../model";
import { anyRow } from "./any";
import { type Bound, bindArguments, leaf, type Variables } from "./bound";
import { type Compile } from "./compile";
import { everyRow } from "./conditions";
import { Joins } from "./joins";
import { jsonList, jsonOrNull, textOf } from "./json";
import { type Known } from "./known";
import { connection } from "./page";
import { tableRow } from "./row";
import { searchConnection } from "./search";
import { below } from "./selection";

/** A root field of stored knowledge. */
export interface Root {
  /** SQL for its JSON as text; null where what it looks up is not there. */
  readonly sql: string;
  /** Where it looks one thing up: what to say when there is none. */
  readonly lookup?: Lookup;
}

export interface Lookup {
  /** The type looked for; undefined where only the id tells it. */
  readonly type: StoredType | undefined;
  read: (variables: Readonly<Record<string, unknown>>) => unknown;
}

/** The root fields that are stored knowledge; the others are reckoned by resolvers or are introspection. */
export function storedRoots({ types }: Model): ReadonlySet<string> {
  const names = [...types.values()].flatMap(({ table, declaration: { roots } }) => {
    return roots ? [roots.one, roots.many] : table ? [table] : [];
  });
  return new Set(["node", "nodes", "search", ...names]);
}

/** Writes a root field; undefined where the field is not stored knowledge. */
export function rootSql(
  compile: Compile,
  definition: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Root | undefined {
  const args = bindArguments(nodes[0]!, definition.args, compile.document.variables);
  const { name } = definition;
  if (name === "node") return oneNode(compile, args, nodes);
  if (name === "nodes") return { sql: severalNodes(compile, args, nodes) };
  if (name === "search") return { sql: searchConnection(compile, definition, nodes) };
  for (const type of compile.model.types.values()) {
    const { roots, table } = type.declaration;
    if (roots?.many === name) {
      const { condition, lookedUp } = askedSql(compile, roots.asked, args);
      const paged = { list: name, target: type, condition, order: [], definition, nodes };
      const sql = textOf(connection(compile, paged));
      return { sql: lookedUp ? `(select ${sql} from ${lookedUp})` : sql };
    }
    if (roots?.one === name) return lookUp(compile, type, leaf(args, roots.by)!, roots.by, nodes);
    if (!roots && table === name) return { sql: single(compile, type, nodes) };
  }
  return undefined;
}

type Leaf = NonNullable<ReturnType<typeof leaf>>;

function lookUp(compile: Compile, type: StoredType, key: Leaf, by: string, nodes: readonly FieldNode[]): Root {
  const row = tableRow(compile, type);
  const joins = new Joins();
  const sql = textOf(compile.object(row, below(nodes), joins));
  const column = type.columns.get(by)!;
  const isGlobal = column.sqlType === "id";
  const value = compile.parameters.leaf(key, isGlobal ? "text" : column.sqlType);
  const condition = isGlobal
    ? `${row.id} = substr(${value}, ${type.name.length + 2})`
    : `${row.text(column.column)} = ${value}`;
  const read: Lookup["read"] = (variables) => {
    const asked = key.read(variables);
    if (!isGlobal) return asked;
    if (!String(asked).startsWith(`${type.name}:`)) throw badId(asked, type.name);
    return String(asked).slice(type.name.length + 1);
  };
  return { sql: `(select ${sql} from ${row.from} ${joins.sql} where ${condition})`, lookup: { type, read } };
}

/** The conditions that a root field's own arguments ask for, and SQL for a relation of one row that they go by, if they do. */
export function askedSql(
  compile: Compile,
  asked: Roots["asked"] = {},
  args: ReadonlyMap<string, Bound>,
): { condition(alias: string): string; readonly lookedUp: string | undefined } {
  const columns: string[] = [];
  let one = "";
  const given = Object.entries(asked).flatMap(([name, { cast, condition, among, known, isRevision, lookedUp }]) => {
    const bound = args.get(name);
    if (bound?.kind !== "leaf") return [];
    if (known) requireId(compile, bound, known);
    if (isRevision) compile.requireRevision(name, bound);
    const read = (variables: Variables) => requireWords(name, bound.read(variables), among);
    const value = () => compile.parameters.add(read, cast);
    if (!lookedUp) return [(alias: string) => condition(alias, value(), compile.relation)];
    one ||= compile.alias();
    const column = `a${columns.push(lookedUp(value(), compile.relation)) - 1}`;
    return [(alias: string) => condition(alias, `${one}.${column}`, compile.relation)];
  });
  return {
    condition: (alias) => given.map((condition) => condition(alias)).join(" and ") || everyRow,
    // By itself Postgres would write what is looked up into every place again.
    lookedUp:
      columns.length > 0
        ? `(select ${columns.map((sql, i) => `${sql} as a${i}`).join(", ")} offset 0) ${one}`
        : undefined,
  };
}

/** Has an unknown global id be told. */
function requireId(compile: Compile, id: Leaf, known: Known): void {
  const type = rowType(compile, id.now);
  compile.require(type, { ...id, read: behindType(type, id) }, known);
}

/** The type that a global id names. */
function rowType({ model }: Compile, id: unknown): StoredType {
  const type = model.types.get(typeOf(id));
  if (!type?.table || !type.columns.has("id")) throw badId(id, "City");
  return type;
}

/** What follows the type in a global id. */
const behindType =
  ({ name }: StoredType, id: Leaf): Leaf["read"] =>
  (variables) =>
    String(id.read(variables)).slice(name.length + 1);

/** The words, each of which must be one that is known. */
function requireWords(name: string, words: unknown, among: readonly string[] | undefined): unknown {
  const unknown = among && (words as readonly string[]).filter((word) => !among.includes(word));
  if (!unknown?.length) return words;
  const got = unknown.map((word) => JSON.stringify(word)).join(", ");
  throw badInput(`\`${name}\` expects some of ${among!.join(", ")}, got ${got}`);
}

function single(compile: Compile, type: StoredType, nodes: readonly FieldNode[]): string {
  const row = tableRow(compile, type);
  const joins = new Joins();
  const sql = textOf(compile.object(row, below(nodes), joins));
  return `(select ${sql} from ${row.from} ${joins.sql})`;
}

function oneNode(compile: Compile, args: ReadonlyMap<string, Bound>, nodes: readonly FieldNode[]): Root {
  const id = leaf(args, "id")!;
  const type = rowType(compile, id.now);
  return {
    sql: anyRow(compile, compile.parameters.leaf(id, "text"), "Node", below(nodes), [type.name]),
    lookup: { type, read: behindType(type, id) },
  };
}

function severalNodes(compile: Compile, args: ReadonlyMap<string, Bound>, nodes: readonly FieldNode[]): string {
  const ids = args.get("ids") as Leaf;
  const given = ids.now as readonly unknown[];
  const types = [...new Set(given.map(typeOf))];
  const alias = compile.alias();
  const each = jsonOrNull(anyRow(compile, `${alias}.id`, "Node", below(nodes), types));
  const read: Lookup["read"] = (variables) => atMost500(ids.read(variables) as readonly unknown[]);
  const rows = `unnest(${compile.parameters.add(read, "text[]")}) with ordinality ${alias}(id, n)`;
  return `(select ${textOf(jsonList(each, `${alias}.n`))} from ${rows})`;
}

function atMost500(ids: readonly unknown[]): readonly unknown[] {
  if (ids.length <= 500) return ids;
  throw badInput(`\`ids\` expects at most 500 ids, got ${ids.length}`);
}

const typeOf = (id: unknown) => String(id).split(":", 1)[0]!;

const badId = (id: unknown, type: string) =>
  badInput(`expected a global id such as \`${type}:...\`, got ${JSON.stringify(id)}; take ids from the field \`id\``);
