import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { endOf } from "../date";
import { type Relation } from "../model";
import { bindArguments, leaf, type Variables } from "./bound";
import { type Parameters } from "./parameters";
import { timestamp } from "./row";
import { type Run } from "./run";
import { type Document } from "./selection";

/** The directive by which an operation is asked as of a revision or of a date. */
export const asOfSdl = `
"Answers as the graph was; the same question has the same answer for ever. Give a revision or a date, not both."
directive @asOf(
  "The number of a revision, such as \`extensions.revision\` of an earlier answer." revision: Int
  "The graph as it was when this day, month or year ended, in UTC, or at this moment; it must be over for a minute." date: Moment
) on QUERY`;

/** Where a statement reads. */
export interface AsOf {
  readonly relation: Relation;
  /** SQL for the one row `asof(r)`: the revision that is read; null when there is none such. */
  readonly revision: string;
  /** The time that is asked for; undefined where the graph is read as it is. */
  readonly time?: (variables: Variables) => Time;
}

/** A time gone by, as it was asked for. */
export type Time = { readonly revision: number } | { readonly date: string };

/** Reads the directive; without one the graph is read as it is. */
export function asOfSql(
  { schema, variables }: Document,
  operation: OperationDefinitionNode,
  parameters: Parameters,
): AsOf {
  const directive = operation.directives?.find(({ name }) => name.value === "asOf");
  if (!directive) return { relation: (table) => table, revision: "(select max(number) as r from revisions) asof" };
  const args = bindArguments(directive, schema.getDirective("asOf")!.args, variables);
  const [revision, date] = [leaf(args, "revision"), leaf(args, "date")];
  if (!revision === !date) throw badAsOf("expected `revision` or `date`, one of them");
  if (revision) {
    const number = parameters.leaf(revision, "int");
    return {
      // Of a revision that is not there the answer is thrown away, so nothing needs to wait for its being looked up.
      relation: (table) => `as_of.${table}(${number})`,
      revision: `(select (select number from revisions where number = ${number}) as r) asof`,
      time: (given) => ({ revision: Number(revision.read(given)) }),
    };
  }
  const dateOf = (given: Variables) => String(date!.read(given));
  const end = parameters.add((given) => endOf(dateOf(given)).toISOString(), "timestamptz");
  // Revisions are dated as they are committed. Until a minute after, one may be on its way with an earlier date.
  const last = `select number from revisions where recorded_at < ${end} and ${end} <= now() - interval '1 minute'
    order by recorded_at desc, number desc limit 1`;
  return {
    relation: (table) => `as_of.${table}(asof.r)`,
    // Behind a fence: with a subquery in its place, the relations would no longer be written into the statement.
    revision: `(select (${last}) as r offset 0) asof`,
    time: (given) => ({ date: dateOf(given) }),
  };
}

/** What there is instead of a time that there is not: the latest revision, when the first was recorded, what time it is. */
export interface Revisions {
  readonly revision: number;
  readonly first: Date | null;
  readonly now: Date;
}

/** Reads what `noSuchTime` needs to know. */
export async function readRevisions(run: Run): Promise<Revisions> {
  const [revision, first, now] = await run({ name: "revisions", text: revisionsSql, values: [] });
  return { revision: Number(revision), first: first ? new Date(first) : null, now: new Date(now!) };
}

const revisionsSql = `
  select coalesce(max(number), 0), ${timestamp("min(recorded_at)")}, ${timestamp("now()")} from revisions`;

/** The error for a time of which the graph has no state. */
export function noSuchTime(time: Time, { revision, first, now }: Revisions): GraphQLError {
  if (!first) return badAsOf("the graph is empty, it has no revision yet");
  if ("revision" in time)
    return badAsOf(`there is no such revision; the graph has 1 to ${revision}, got ${time.revision}`);
  if (endOf(time.date).getTime() > now.getTime() - 60_000)
    return badAsOf(
      `expected a day that is over in UTC, or a moment that is past, got ${time.date}; its answers may yet change. Ask for the latest revision, ${revision}, by its number`,
    );
  return badAsOf(
    `there is no such revision; the first was recorded at ${first.toISOString()}, after ${time.date} was over`,
  );
}

/**
 * Looks whether the revision that an argument names is there, or is 0: before the first.
 *
 * @param latest the one that is read
 * @throws GraphQLError INVALID_AS_OF
 */
export function requireRevision(argument: string, number: number, latest: number): void {
  if (number >= 0 && number <= latest) return;
  const hint = number < 0 ? "" : "; this may be another graph than the one you followed";
  throw invalidAsOf(`\`${argument}\` expects a revision that there is, 0 to ${latest}, got ${number}${hint}`);
}

/** The error for an as-of question that has no answer. */
const badAsOf = (message: string) => invalidAsOf(`@asOf: ${message}`);

const invalidAsOf = (message: string) => new GraphQLError(message, { extensions: { code: "INVALID_AS_OF" } });
