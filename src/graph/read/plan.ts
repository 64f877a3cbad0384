import { createHash } from "node:crypto";
import { type FieldNode, GraphQLError, type OperationDefinitionNode } from "graphql";
import { type Model } from "../model";
import { type AsOf, asOfSql } from "./as-of";
import { type Variables } from "./bound";
import { type Calculation, type Compile } from "./compile";
import { conditionCounter } from "./conditions";
import { type Json, jsonObject, jsonOrNull, jsonWord, textOf } from "./json";
import { isThere } from "./known";
import { licencesOf } from "./licences";
import { object } from "./object";
import { Parameters } from "./parameters";
import { type Lookup, rootSql } from "./root";
import { type Document } from "./selection";

/** An operation on stored knowledge as one SQL statement. */
export interface Plan {
  /** Its name on a connection, made from its text: equal statements are prepared once. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly ((variables: Variables) => unknown)[];
  /** The time gone by that it reads; undefined where it reads the graph as it is. */
  readonly time: AsOf["time"];
  readonly tellsLicences: boolean;
  /** Root fields that look one thing up, in the order of the statement's column `found`. */
  readonly lookups: readonly (Lookup & {
    readonly key: string;
    readonly field: string;
    readonly nodes: readonly FieldNode[];
  })[];
  /** Arguments that name a revision which must be there. */
  readonly revisions: readonly {
    readonly argument: string;
    readonly key: string;
    readonly nodes: readonly FieldNode[];
    read(variables: Variables): unknown;
  }[];
  readonly calculations: readonly Calculation[];
}

/**
 * Compiles root fields into one statement: `data`, the JSON of the answer, `found`, whether each
 * looked-up thing is there, `revision`, the one it was read at (null if there is none such), and `licences`, if they are to be told.
 *
 * @throws GraphQLError where an argument cannot be right
 */
export function compilePlan(
  model: Model,
  document: Document,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  operation: OperationDefinitionNode,
  tellsLicences: boolean,
): Plan {
  let aliases = 0;
  const alias = () => {
    if (aliases >= mostAliases) throw tooLarge();
    return `t${aliases++}`;
  };
  const lookups: Plan["lookups"][number][] = [];
  const revisions: Plan["revisions"][number][] = [];
  const columns: string[] = [];
  const found: string[] = [];
  let place: Pick<Plan["lookups"][number], "key" | "nodes"> | undefined;
  const parameters = new Parameters();
  const asOf = asOfSql(document, operation, parameters);
  const compile: Compile = {
    document,
    model,
    parameters,
    relation: asOf.relation,
    isPast: asOf.time !== undefined,
    calculations: [],
    tellsLicences,
    countCondition: conditionCounter(),
    require: (type, slug, known = isThere) => {
      lookups.push({ type, read: slug.read, field: type.declaration.roots?.one ?? type.name, ...place! });
      found.push(known(type, parameters.leaf(slug, "text"), asOf.relation));
    },
    requireRevision: (argument, { read }) => revisions.push({ argument, read, ...place! }),
    alias,
    object: (row, selectionSets, joins) => object(compile, row, selectionSets, joins),
  };
  const query = document.schema.getQueryType()!;
  const pairs = [...fields].map(([key, nodes]): readonly [string, Json] => {
    const field = nodes[0]!.name.value;
    if (field === "__typename") return [key, jsonWord(query.name)];
    place = { key, nodes };
    const root = parameters.within(
      (read) => (variables) => at(nodes, key, () => read(variables)),
      () => at(nodes, key, () => rootSql(compile, query.getFields()[field]!, nodes)),
    );
    if (!root) throw new TypeError(`nothing answers Query.${field}`);
    const column = `r.c${columns.push(root.sql) - 1}`;
    if (root.lookup) {
      lookups.push({ ...root.lookup, key, field, nodes });
      found.push(`${column} is not null`);
    }
    return [key, jsonOrNull(column)];
  });
  const source = columns.map((sql, i) => `${sql} as c${i}`).join(", ");
  const read = `${textOf(jsonObject(pairs))} as data, array[${found.join(", ")}]::boolean[] as found`;
  // Without a fence Postgres would write into the statement anew whatever is named twice, and run it twice.
  const rows = `(select ${source}${found.length > 0 ? " offset 0" : ""}) r`;
  const answer = `select ${read}, asof.r from ${asOf.revision} cross join lateral ${rows} offset 0`;
  const licences = tellsLicences ? licencesOf("asof.data", asOf.relation) : "null";
  const data = `case when octet_length(asof.data) <= ${longestAnswer} then asof.data end as data`;
  const text = `select ${data}, asof.found, asof.r as revision, ${licences} as licences from (${answer}) asof`;
  const name = `c${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  return {
    name,
    text,
    values: compile.parameters.values,
    lookups,
    revisions,
    calculations: compile.calculations,
    time: asOf.time,
    tellsLicences,
  };
}

/** An answer is no longer than this, in bytes. */
export const longestAnswer = 25_000_000;

/** A statement reads from no more tables than this: one that does takes seconds to plan. */
const mostAliases = 2_000;

const tooLarge = () =>
  new GraphQLError(
    `The operation reads from more than ${mostAliases} tables, since each interface stands for many types; name the types with fragments such as \`... on City\`, or ask in several operations`,
    { extensions: { code: "QUERY_TOO_LARGE" } },
  );

/** Runs `work`; a GraphQLError of it is given the place of the field. */
export function at<Result>(nodes: readonly FieldNode[], key: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.path) throw error;
    throw new GraphQLError(error.message, { nodes: [...nodes], path: [key], extensions: error.extensions });
  }
}
