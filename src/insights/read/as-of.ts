import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";

/** A time gone by, as it is asked for. */
export interface AsOf {
  readonly revision?: number | null;
  /** A day, month, year or moment. */
  readonly date?: string | null;
}

type Read = Asking["read"];

const readers = new WeakMap<Read, Map<string, Read>>();

/**
 * Reads as of an earlier time than the answer is of; as the answer does where none is given.
 *
 * @throws GraphQLError BAD_USER_INPUT where both or none of revision and date are given; INVALID_AS_OF, when reading, where
 *   there was no graph then, or it is later than the answer
 */
export function readAsOf({ read }: Pick<Asking, "read">, asOf: AsOf | null | undefined): Pick<Asking, "read"> {
  if (!asOf) return { read };
  const { revision = null, date = null } = asOf;
  if ((revision === null) === (date === null)) throw badInput("`asOf` expects `revision` or `date`, one of them");
  const time = revision === null ? `date: ${JSON.stringify(date)}` : `revision: ${revision}`;
  const known = readers.get(read) ?? new Map<string, Read>();
  readers.set(read, known);
  const reader: Read =
    known.get(time) ?? ((query, variables) => read(query.replace(/\s*\{/, ` @asOf(${time}) {`), variables));
  known.set(time, reader);
  return { read: reader };
}

/** The input that asks for an earlier time. */
export const asOfInputSdl = `
"A time gone by: a revision or a date, one of them."
input AsOfInput {
  "The number of a revision, up to that of the answer."
  revision: Int
  "The graph as it was when this day, month or year ended, in UTC, or at this moment; it must be over for a minute."
  date: Moment
}`;
