import { GraphQLError } from "graphql";
import { type MeasureEdge, measureEdge } from "../measure";
import { type StoredType } from "../model";
import { ordersOf } from "../sdl";
import { type Bound, leaf } from "./bound";
import { type Compile } from "./compile";
import { Joins } from "./joins";
import { type AskedMeasure, askedMeasure, figuresSql, holderOf } from "./measure";
import { type Key, type Order, pathKey, withId } from "./order";
import { type Row } from "./row";

/** One of the things a list is ordered by, in words that a cursor of the list remembers; a figure also as it is asked for. */
export interface Step {
  readonly word: string;
  readonly figure?: AskedMeasure;
  readonly descending?: boolean;
}

/** The order of a list that callers may order as they like. */
export interface AskedOrder extends Order {
  /** The alias of the rows `(holder, id, value)` of the figures it goes by first; undefined where it goes by none. */
  readonly figures: string | undefined;
}

/** The steps asked for by `orderBy`, or else the list's own. Throws GraphQLError BAD_USER_INPUT if one asks for two things or none. */
export function stepsOf(
  { model }: Compile,
  type: StoredType,
  asked: Bound | undefined,
  usual: readonly string[],
): readonly Step[] {
  if (asked?.kind !== "list" || asked.items.length === 0) return usual.map((word) => ({ word }));
  const paths = ordersOf(model, type);
  return asked.items.flatMap((item) => (item.kind === "fields" ? askedStep(type, paths, item.entries) : []));
}

function askedStep(type: StoredType, paths: ReadonlyMap<string, string>, entries: ReadonlyMap<string, Bound>): Step {
  const direction = leaf(entries, "direction")?.now === "DESC" ? "desc" : "asc";
  const path = paths.get(String(leaf(entries, "field")?.now));
  const edge = measureEdge(type);
  const figure = edge && askedMeasure(edge, entries);
  if (!path === !figure) throw badOrder(edge);
  if (!figure) return { word: `${path} ${direction}` };
  return { word: `${figure.by.now} ${figure.year?.now} ${direction}`, figure, descending: direction === "desc" };
}

/** The order of these steps; ties are broken by id, in the direction of the first. */
export function askedOrder(compile: Compile, row: Row, steps: readonly Step[]): AskedOrder {
  const joins = new Joins();
  let figures: string | undefined;
  const keys = steps.map(({ word, figure, descending = false }, i): Key => {
    if (!figure) return pathKey(compile, row, word, joins);
    const edge = measureEdge(row.type)!;
    const alias = compile.alias();
    if (i === 0) figures = alias;
    joins.add(
      `left join (${figuresSql(compile, row.type, edge, figure)}) ${alias} on ${alias}.holder = ${holderOf(row, edge)}`,
    );
    return { sql: `${alias}.value`, cast: "float8", nullable: true, descending };
  });
  return { keys: withId(row, keys), joins, figures };
}

const badOrder = (edge: MeasureEdge | undefined) =>
  new GraphQLError(`orderBy expects ${edge ? `\`field\` or \`${edge.measure.by}\`, one of them` : "`field`"}`, {
    extensions: { code: "BAD_USER_INPUT" },
  });
