import { type GraphQLInputType, type GraphQLSchema } from "graphql";
import { Field, InputType } from "type-graphql";
import { coerce } from "../graph/coerce";
import { kinds } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { SourceInput } from "../knowledge/sources/source";
import { type Fault } from "./fault";
import { unfit } from "./text";

/** One source and everything it says: a section for each kind. */
@InputType("Submission", { description: "One source and everything it says." })
export class Submission {
  @Field(() => SourceInput, { description: "The source. Everything else in the submission is said by it." })
  source!: SourceInput;

  [section: string]: object | undefined;
}

/** The kinds that have a section of their own; the source stands at the head. */
export const sections = kinds.filter(({ name }) => name !== "sources");

for (const { name, input, entity } of sections) {
  const options = { nullable: true, description: `What it says of ${entity.name} rows.` };
  Field(() => [input], options)(Submission.prototype, name);
}

/** A row of a submission, with where it stands there. */
export interface Arrival {
  readonly kind: (typeof kinds)[number];
  /** Where it stands: `placements.3`. */
  readonly path: string;
  /** The global id of what it is about: `Placement:imd-smart-city-index-2024/zurich-ch`. */
  readonly fact: string;
  readonly row: Row;
}

/** A submission that has been read: its shape is right, what it names is not yet looked up. */
export interface ReadSubmission {
  readonly source: string;
  readonly arrivals: readonly Arrival[];
  /** Rows with faults of their shape, without the fields at fault: what else they name is looked up all the same. Left out where all could be read. */
  readonly unread?: readonly GivenRow[];
  /** Who sends it; left out where nobody is to be told. */
  readonly by?: By;
}

/** Who sends a submission: a partner, with what they say of it, or a data file, by its path within its folder. */
export interface By {
  readonly partner?: string;
  readonly message?: string | null;
  readonly file?: string;
}

/** What came of reading a submission: all its faults, and what of it can be read all the same. */
export interface Reading {
  readonly faults: readonly Fault[];
  /** The rows that can be read; undefined where the source they come from cannot. */
  readonly submission: ReadSubmission | undefined;
  /** Ids that rows with faults would define, so that others may name them. */
  readonly meant: readonly string[];
}

/**
 * Reads a value of unknown shape, such as a parsed data file, by the graph's own input types. Rows with faults are left
 * out of what is read, so that the others can be looked at further and all faults are told at once.
 */
export function readSubmission(schema: GraphQLSchema, value: unknown): Reading {
  if (value === null || value === undefined)
    return nothingRead([{ path: "submission", message: "expected a source and what it says, got nothing" }]);
  const { value: listed, faults: unlisted } = listsOnly(value);
  const { value: coerced, faults } = coerce(listed, schema.getType("Submission") as GraphQLInputType);
  const wrong: Fault[] = [
    ...unlisted,
    ...faults.map((fault) => ({ ...fault, path: fault.path || "submission" })),
    ...unfitTexts(coerced),
  ];
  const unread = new Set(wrong.map(({ path }) => rowOf(path)));
  if (unread.has("submission") || unread.has("source")) return nothingRead(wrong);
  const submission = coerced as Submission;
  const rows = rowsOf(submission);
  const arrivals = rows.filter(({ path }) => !unread.has(path)).map(({ kind, path, row }) => arrival(kind, path, row));
  const { sole, faults: twice } = sayingOnce(arrivals);
  return {
    faults: [...wrong, ...twice, ...sole.flatMap(checked)],
    submission: { source: submission.source.slug, arrivals: sole, unread: soundParts(rows, wrong) },
    meant: rows.filter(({ path }) => unread.has(path)).flatMap(({ kind, row }) => meantBy(kind, row)),
  };
}

/** Sections must be lists: one row in place of a list would pass for a list of it, at a path of its own. */
function listsOnly(submission: unknown): { value: unknown; faults: Fault[] } {
  if (typeof submission !== "object" || submission === null || Array.isArray(submission))
    return { value: submission, faults: [] };
  const wrong = Object.entries(submission).filter(
    ([section, rows]) => section !== "source" && rows !== null && !Array.isArray(rows),
  );
  const faults = wrong.map(([section]) => ({ path: section, message: "expected a list of rows, got something else" }));
  const left = Object.fromEntries(
    Object.entries(submission).filter((entry) => !wrong.some(([name]) => name === entry[0])),
  );
  return { value: left, faults };
}

const nothingRead = (faults: readonly Fault[]): Reading => ({ faults, submission: undefined, meant: [] });

/** The rows in which faults lie, without the fields in which they do. */
function soundParts(rows: readonly GivenRow[], faults: readonly Fault[]): GivenRow[] {
  const [unread, atFault] = [2, 3].map(
    (depth) => new Set(faults.map((fault) => fault.path.split(".", depth).join("."))),
  );
  return rows
    .filter(({ path }) => unread!.has(path))
    .map(({ kind, path, row }) => {
      const sound = Object.entries(row ?? {}).filter(
        ([field, value]) => value != null && !atFault!.has(`${path}.${field}`),
      );
      return { kind, path, row: Object.fromEntries(sound) };
    });
}

/** The row in which a path lies: `placements.3`, or `source`. */
const rowOf = (path: string) => (path.startsWith("source.") ? "source" : path.split(".").slice(0, 2).join("."));

const meantBy = ({ entity }: Arrival["kind"], row: Row | undefined) =>
  typeof row?.["slug"] === "string" ? [`${entity.name}:${row["slug"]}`] : [];

/** Texts that say nothing, or that no database can keep. */
function unfitTexts(submission: unknown): Fault[] {
  const faults: Fault[] = [];
  // The path is one, and written down only for a fault: most texts have none.
  const path: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      const message = unfit(value);
      if (message !== undefined) faults.push({ path: path.join("."), message });
    } else if (typeof value === "object" && value !== null) {
      for (const key in value) {
        path.push(key);
        look((value as Row)[key]);
        path.pop();
      }
    }
  };
  look(submission);
  return faults;
}

/** A row as it is given. */
export interface GivenRow {
  readonly kind: Arrival["kind"];
  readonly path: string;
  readonly row: Row;
}

function rowsOf({ source, ...rest }: Submission): GivenRow[] {
  const head = { kind: kinds[0]!, path: "source", row: source as unknown as Row };
  const rows = sections.flatMap((kind) => {
    const section = (rest[kind.name] ?? []) as Row[];
    return section.map((row, i) => ({ kind, path: `${kind.name}.${i}`, row }));
  });
  return [head, ...rows];
}

function arrival(kind: Arrival["kind"], path: string, given: Row): Arrival {
  const row: Row = {};
  for (const field in given) if (given[field] !== null && given[field] !== undefined) row[field] = given[field];
  if (kind.derives) Object.assign(row, kind.derives(row));
  return { kind, path, fact: `${kind.entity.name}:${kind.identify(row)}`, row };
}

/** The rows without those that say again what one before them says. */
function sayingOnce(arrivals: readonly Arrival[]): { sole: Arrival[]; faults: Fault[] } {
  const first = new Map<string, Arrival>();
  const faults: Fault[] = [];
  for (const arrival of arrivals) {
    const before = first.get(arrival.fact);
    if (before === undefined) first.set(arrival.fact, arrival);
    else
      faults.push({
        path: arrival.path,
        code: "DUPLICATE",
        message: `says ${arrival.fact} a second time; ${before.path} says it first. Keep one of them.`,
        expected: "each fact once",
        nearest: [before.path],
      });
  }
  return { sole: [...first.values()], faults };
}

function checked({ kind, path, row }: Arrival): Fault[] {
  return (kind.check?.(row) ?? []).map((fault) => ({ ...fault, path: `${path}.${fault.path}` }));
}
