import { type GraphQLInputType, type GraphQLSchema } from "graphql";
import { Field, InputType } from "type-graphql";
import { coerce, shown } from "../graph/coerce";
import { kinds } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { SourceInput } from "../knowledge/sources/source";
import { type Fault } from "./fault";

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
}

/**
 * Reads a value of unknown shape, such as a parsed data file, by the graph's own input types.
 *
 * @returns the submission, or every fault found in it, each with the path to it
 */
export function readSubmission(schema: GraphQLSchema, value: unknown): ReadSubmission | readonly Fault[] {
  if (value === null || value === undefined)
    return [{ path: "submission", message: "expected a source and what it says, got nothing" }];
  const type = schema.getType("Submission") as GraphQLInputType;
  const { value: coerced, faults } = coerce(value, type);
  if (faults.length > 0) return faults.map(({ path, message }) => ({ path: path || "submission", message }));
  const unfitting = unfitTexts(coerced, []);
  if (unfitting.length > 0) return unfitting;
  const submission = coerced as Submission;
  const arrivals = arrivalsOf(submission);
  const wrong = [...duplicates(arrivals), ...arrivals.flatMap(checked)];
  return wrong.length > 0 ? wrong : { source: submission.source.slug, arrivals };
}

/** Texts that say nothing, or that no database can keep. */
function unfitTexts(value: unknown, path: readonly (string | number)[]): Fault[] {
  if (typeof value === "string") {
    const fault = unfit(value);
    return fault ? [{ path: path.join("."), message: fault }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => unfitTexts(item, [...path, i]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unfitTexts(item, [...path, key]));
}

function unfit(text: string): string | undefined {
  if (text.trim() === "") return `expected text, got ${shown(text)}; leave it out where it is not known`;
  if (text.includes("\0")) return `expected text, got a zero character in ${shown(text)}`;
  return /\p{Surrogate}/u.test(text) ? `expected text, got half a character in ${shown(text)}` : undefined;
}

function arrivalsOf({ source, ...rest }: Submission): Arrival[] {
  const head = arrival(kinds[0]!, "source", source as unknown as Row);
  const rows = sections.flatMap((kind) => {
    const section = (rest[kind.name] ?? []) as Row[];
    return section.map((row, i) => arrival(kind, `${kind.name}.${i}`, row));
  });
  return [head, ...rows];
}

function arrival(kind: Arrival["kind"], path: string, given: Row): Arrival {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  const row = { ...known, ...kind.derives?.(known) };
  return { kind, path, fact: `${kind.entity.name}:${kind.identify(row)}`, row };
}

function duplicates(arrivals: readonly Arrival[]): Fault[] {
  const first = new Map<string, string>();
  return arrivals.flatMap(({ fact, path }) => {
    const before = first.get(fact);
    if (before === undefined) first.set(fact, path);
    return before === undefined
      ? []
      : [{ path, message: `says ${fact} a second time; ${before} says it first. Keep one of them.` }];
  });
}

function checked({ kind, path, row }: Arrival): Fault[] {
  return (kind.check?.(row) ?? []).map((fault) => ({ ...fault, path: `${path}.${fault.path}` }));
}
