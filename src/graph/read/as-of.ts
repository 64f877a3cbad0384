import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { type Relation } from "../model";
import { bindArguments, leaf, type Variables } from "./bound";
import { type Parameters } from "./parameters";
import { type Document } from "./selection";

/** The directive by which an operation is asked as of a revision or of a day. */
export const asOfSdl = `
"Answers as the graph was; the same question has the same answer for ever. Give a revision or a day, not both."
directive @asOf(
  "The number of a revision." revision: Int
  "A day that is over, such as \`2026-12-01\`: the graph as it was when that day ended, in UTC." date: PartialDate
) on QUERY`;

/** Where a statement reads. */
export interface AsOf {
  readonly isPast: boolean;
  readonly relation: Relation;
  /** SQL for the one row `asof(r)`: the revision that is read; null when there is none such. */
  readonly revision: string;
}

/** Reads the directive; without one the graph is read as it is. */
export function asOfSql(
  { schema, variables }: Document,
  operation: OperationDefinitionNode,
  parameters: Parameters,
): AsOf {
  const directive = operation.directives?.find(({ name }) => name.value === "asOf");
  const args = directive ? bindArguments(directive, schema.getDirective("asOf")!.args, variables) : new Map();
  const [revision, date] = [leaf(args, "revision"), leaf(args, "date")];
  if (!directive)
    return { isPast: false, relation: (table) => table, revision: "(select max(number) as r from revisions) asof" };
  if (!revision === !date) throw badAsOf("expected `revision` or `date`, one of them");
  const relation: Relation = (table) => `as_of.${table}(asof.r)`;
  if (revision) {
    return {
      isPast: true,
      relation,
      revision: `(select number as r from revisions where number = ${parameters.leaf(revision, "int")} union all select null limit 1) asof`,
    };
  }
  const read = (given: Variables) => endOf(String(date!.read(given)));
  const ended = parameters.add(read, "timestamptz");
  return {
    isPast: true,
    relation,
    revision: `(select max(number) as r from revisions where recorded_at < ${ended}) asof`,
  };
}

/** The moment at which a day, or the last day of a month or year, is over. Throws GraphQLError if it is not over yet. */
function endOf(date: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number | undefined, number | undefined];
  const end = new Date(
    Date.UTC(day || month ? year : year + 1, month ? (day ? month - 1 : month) : 0, day ? day + 1 : 1),
  );
  if (end.getTime() > Date.now()) {
    throw badAsOf(
      `expected a day that is over in UTC, got ${date}; its answers may yet change. Ask for the latest revision by its number`,
    );
  }
  return end.toISOString();
}

/** The error for an as-of question that has no answer. */
export const badAsOf = (message: string) =>
  new GraphQLError(`@asOf: ${message}`, { extensions: { code: "INVALID_AS_OF" } });
