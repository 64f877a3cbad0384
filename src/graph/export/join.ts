import { type GraphQLInterfaceType } from "graphql";
import { type ModelEdge } from "../model";
import { type Compile, storedType } from "../read/compile";
import { quoted } from "../read/parameters";
import { type Row, tableRow } from "../read/row";

/** The joins that lines need. */
export interface Joins {
  readonly compile: Compile;
  /** In order; each finds one row at most, and leaves the order of the rows as it is. */
  readonly joins: Join[];
  /** Rows that are joined already, by the alias of the row that names them and the edge. */
  readonly joined: Map<string, Joined>;
  /** The same for rows of any type, by their global id: what was found of them. */
  readonly found: Map<string, Join>;
}

/**
 * A row that others name. Postgres remembers what it has found of it, and the text that is written of it: many rows name
 * the same one.
 */
export interface Join {
  readonly alias: string;
  /** SQL for where it is found. */
  readonly from: string;
  readonly where: string;
  /** Joins its own text needs. */
  readonly joins: Join[];
  /** SQL for its text, `alias.line_`; none if only its columns are asked for. */
  line?: string;
}

/** A row of a known type that others name. */
export interface Joined extends Join {
  readonly row: Row;
}

/** SQL for joins. With a limit each stays a step of its own, whose results Postgres remembers. */
export function joinsSql(joins: readonly Join[]): string {
  const one = ({ alias, from, where, joins: inner, line }: Join) =>
    `left join lateral (select ${alias}.*${line ? `, ${line} as line_` : ""} from ${from} ${joinsSql(inner)} ${where} limit 1) ${alias} on true`;
  return joins.map(one).join(" ");
}

/** The row that another names. It is looked up row by row: other ways to join would lose the order of the rows. */
export function joinedRow({ compile, joins, joined }: Joins, row: Row, field: string, edge: OneEdge): Joined {
  const name = `${row.alias}.${field}`;
  const known = joined.get(name);
  if (known) return known;
  const target = tableRow(compile, storedType(compile, edge.target));
  const where = `where ${target.id} = ${row.text(edge.column)}`;
  const join = { alias: target.alias, from: target.from, where, joins: [], row: target };
  joins.push(join);
  joined.set(name, join);
  return join;
}

/** What is found of the row, of any type, whose global id a column holds: `found`, whether it is there, and `name`. */
export function foundRow({ compile, joins, found }: Joins, row: Row, edge: AnyEdge): Join {
  const globalId = row.text(edge.column);
  const known = found.get(globalId);
  if (known) return known;
  const { schema } = compile.document;
  const cases = schema.getPossibleTypes(schema.getType(edge.as) as GraphQLInterfaceType).flatMap(({ name }) => {
    const type = compile.model.types.get(name);
    if (!type?.table) return [];
    const target = tableRow(compile, type);
    const from = `from ${target.from} where ${target.id} = substr(${globalId}, ${name.length + 2})`;
    const when = `when ${quoted(name)} then`;
    return [
      {
        isThere: `${when} exists (select ${from})`,
        name: type.columns.has("name") ? `${when} (select ${target.text("name")} ${from})` : "",
      },
    ];
  });
  const of = (sql: readonly string[]) => `case split_part(${globalId}, ':', 1) ${sql.join(" ")} end`;
  const names = cases.map(({ name }) => name).filter((name) => name !== "");
  const columns = [
    ...(edge.nullable ? [`${of(cases.map(({ isThere }) => isThere))} as found`] : []),
    ...(names.length > 0 ? [`${of(names)} as name`] : []),
  ];
  const alias = compile.alias();
  const join = { alias, from: `(select ${columns.join(", ")}) ${alias}`, where: "", joins: [] };
  joins.push(join);
  found.set(globalId, join);
  return join;
}

type AnyEdge = Extract<ModelEdge, { shape: "any" }>;
type OneEdge = Extract<ModelEdge, { shape: "one" }>;
