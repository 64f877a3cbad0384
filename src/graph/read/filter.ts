import { type MeasureEdge, measureEdge } from "../measure";
import { type Column } from "../model";
import { follow } from "../path";
import { type Bound, type Leaf } from "./bound";
import { type Compile, storedType } from "./compile";
import { everyRow } from "./conditions";
import { askedMeasure, figuresSql, holderOf } from "./measure";
import { quoted } from "./parameters";
import { facetRow, heldBy, type Row, tableRow } from "./row";

/** SQL for the conditions of a `where`; `true` when there are none. */
export function filterSql(compile: Compile, row: Row, where: Bound | undefined): string {
  if (where?.kind !== "fields") return everyRow;
  return [...where.entries].map(([field, bound]) => condition(compile, row, field, bound)).join(" and ") || everyRow;
}

function condition(compile: Compile, row: Row, field: string, bound: Bound): string {
  compile.countCondition();
  const several = () => (bound.kind === "list" ? bound.items.map((item) => `(${filterSql(compile, row, item)})`) : []);
  if (field === "and") return several().join(" and ") || everyRow;
  if (field === "or") return `(${several().join(" or ") || "false"})`;
  if (field === "not") return `not coalesce((${filterSql(compile, row, bound)}), false)`;
  if (field === "text" && bound.kind === "leaf") return named(compile, row, bound);
  const column = row.type.columns.get(field);
  if (column) return columnSql(compile, row, column, bound);
  const edge = row.type.edges.get(field);
  const measure = measureEdge(row.type);
  if (!edge && measure?.measure.by === field) return measuredSql(compile, row, measure, bound);
  if (!edge) return throughSql(compile, row, field, bound);
  if (edge.shape === "facet") {
    return `(${filterSql(compile, facetRow(compile, row, field, storedType(compile, edge.target)), bound)})`;
  }
  if (edge.shape === "any") return operators(compile, row.text(edge.column), "text", bound);
  if (edge.shape === "pick") throw new TypeError(`${row.type.name}.${field} cannot be filtered by`);
  const target = tableRow(compile, storedType(compile, edge.target));
  if (edge.shape === "one")
    return exists(target, `${target.id} = ${row.text(edge.column)}`, filterSql(compile, target, bound));
  if (bound.kind !== "fields") return everyRow;
  const holder = heldBy(row, edge.holds);
  const belongs = `${target.alias}.${edge.column} = ${holder}`;
  const quantifiers = [...bound.entries].map(([quantifier, inner]) => {
    return `${quantifier === "none" ? "not " : ""}${exists(target, belongs, filterSql(compile, target, inner))}`;
  });
  return quantifiers.join(" and ") || everyRow;
}

const exists = ({ from }: Row, join: string, filter: string) =>
  `exists (select from ${from} where ${join} and ${filter})`;

/** Rows whose figure meets conditions; without any: rows that have one. */
function measuredSql(compile: Compile, row: Row, edge: MeasureEdge, bound: Bound): string {
  const asked = bound.kind === "fields" ? askedMeasure(edge, bound.entries) : undefined;
  if (bound.kind !== "fields" || !asked) return everyRow;
  const alias = compile.alias();
  const { isNull, ...compared } = Object.fromEntries(
    [...bound.entries].filter(([name]) => name !== "slug" && name !== "year"),
  );
  const value = operators(compile, `${alias}.value`, "float8", {
    kind: "fields",
    entries: new Map(Object.entries(compared)),
  });
  const has = `exists (select from (${figuresSql(compile, row.type, edge, asked)}) ${alias} where ${alias}.holder = ${holderOf(row, edge)} and ${value})`;
  return isNull?.kind === "leaf" && isNull.now === true ? `not ${has}` : has;
}

/** A condition that stands behind edges: each step is one more `exists`. */
function throughSql(compile: Compile, row: Row, field: string, bound: Bound): string {
  const path = row.type.declaration.through?.[field];
  if (!path) throw new TypeError(`${row.type.name} has no filter ${field}`);
  const { edges, ...end } = follow(compile.model, row.type, path);
  const steps = "edge" in end ? [...edges, end.edge] : edges;
  const walk = (from: Row, i: number): string => {
    const step = steps[i];
    if (!step) return "column" in end ? columnSql(compile, from, end.column, bound) : filterSql(compile, from, bound);
    const target = tableRow(compile, storedType(compile, step.target));
    return exists(target, `${target.id} = ${from.text(step.column)}`, walk(target, i + 1));
  };
  return walk(row, 0);
}

function columnSql(compile: Compile, row: Row, column: Column, bound: Bound): string {
  const type = column.sqlType === "id" ? "text" : column.sqlType;
  return operators(compile, row.value(column), type === "timestamptz" ? "text" : type, bound);
}

const comparisons: Readonly<Record<string, string>> = { eq: "=", ne: "<>", gt: ">", gte: ">=", lt: "<", lte: "<=" };

function operators(compile: Compile, sql: string, type: string, bound: Bound): string {
  if (bound.kind !== "fields") return everyRow;
  const conditions = [...bound.entries].flatMap(([operator, value]) => {
    return value.kind === "leaf" ? [operatorSql(compile, sql, type, operator, value)] : [];
  });
  return conditions.join(" and ") || everyRow;
}

function operatorSql({ parameters }: Compile, sql: string, type: string, operator: string, value: Leaf): string {
  if (operator === "isNull") return `${sql} is ${value.now === true ? "" : "not "}null`;
  if (operator === "in") return `${sql} = any(${parameters.leaf(value, `${type}[]`)})`;
  if (operator === "notIn") return `not ${sql} = any(${parameters.leaf(value, `${type}[]`)})`;
  if (operator === "has") return `${sql} @> array[${parameters.leaf(value, "text")}]`;
  if (operator === "contains" || operator === "startsWith") {
    const given = parameters.leaf(value, "text");
    const meets = (held: string, part: string) =>
      operator === "contains" ? `strpos(${held}, ${part}) > 0` : `starts_with(${held}, ${part})`;
    // Of signs alone, such as %, nothing is left: they are looked for as they are.
    return `case when fold(${given}) = '' then ${meets(sql, given)} else ${meets(`fold(${sql})`, `fold(${given})`)} end`;
  }
  const collation = type === "text" && operator !== "eq" && operator !== "ne" ? ' collate "C"' : "";
  return `${sql}${collation} ${comparisons[operator]} ${parameters.leaf(value, type)}`;
}

/** Rows one of whose names, or of the words in them, begins with the text: by the index of names. */
function named({ parameters, relation }: Compile, row: Row, text: Leaf): string {
  const prefix = `fold(${parameters.leaf(text, "text")})`;
  const range = `w.folded collate "C" >= ${prefix} and w.folded collate "C" < ${prefix} || U&'\\+10FFFF'`;
  return `${row.id} in (select w.thing from ${relation("names")} w where w.type = ${quoted(row.type.name)} and ${range})`;
}
