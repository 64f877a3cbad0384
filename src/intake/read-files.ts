import { setImmediate as others } from "node:timers/promises";
import { type GraphQLSchema } from "graphql";
import { FaultyError, type FileFault } from "./fault";
import { type DataFile, locate, readFile, readFolder } from "./file";
import { mentionsOf } from "./mentions";
import { type ReadSubmission } from "./submission";

/** A file and what it says. */
export interface Read {
  readonly file: DataFile;
  readonly submission: ReadSubmission;
}

/** Files as they were read, by their paths and digests. */
export type Ahead = ReadonlyMap<string, ReturnType<typeof readFile>>;

const keyOf = ({ path, digest }: DataFile) => `${path} ${digest}`;

/**
 * Reads the data files at a path ahead of a load, with other work between any two of them: a new store takes seconds to
 * make, and to read takes as long. What cannot be read is left for the load to tell.
 */
export async function readAhead(schema: GraphQLSchema, path: string): Promise<Ahead> {
  const read = new Map<string, ReturnType<typeof readFile>>();
  for (const file of readFolder(schema, path).files) {
    try {
      read.set(keyOf(file), readFile(schema, file));
    } catch (error) {
      if (!(error instanceof FaultyError)) throw error;
    }
    await others();
  }
  return read;
}

/** What can be read of files, and every fault of what cannot. */
export interface ReadAll {
  readonly read: readonly Read[];
  readonly faults: readonly FileFault[];
  /** Ids that rows with faults would define. */
  readonly meant: readonly string[];
}

/** Reads files, with what was read ahead where they still are as they were. */
export function readAll(schema: GraphQLSchema, files: readonly DataFile[], ahead: Ahead = new Map()): ReadAll {
  const faults: FileFault[] = [];
  const meant: string[] = [];
  const read: Read[] = [];
  for (const file of files) {
    try {
      const { submission, ...more } = ahead.get(keyOf(file)) ?? readFile(schema, file);
      faults.push(...more.faults);
      meant.push(...more.meant);
      if (submission) read.push({ file, submission });
    } catch (error) {
      if (!(error instanceof FaultyError)) throw error;
      faults.push(...error.faults);
    }
  }
  const once = definedOnce(read);
  return { read: once.read, faults: [...faults, ...once.faults], meant };
}

/** One source a file, and one file a source; and a thing is defined once: what is defined again is left out. */
function definedOnce(read: readonly Read[]): Pick<ReadAll, "read" | "faults"> {
  const first = new Map<string, string>();
  const faults: FileFault[] = [];
  const sole = read.map(({ file, submission }): Read => {
    const arrivals = submission.arrivals.filter(({ kind, fact, path }) => {
      if (kind.claims) return true;
      const before = first.get(fact);
      if (before === undefined) first.set(fact, `${file.path} (${path})`);
      else
        faults.push(
          ...locate(file, [{ path, message: `${fact} is defined in ${before} already; a thing is defined once` }]),
        );
      return before === undefined;
    });
    return { file, submission: { ...submission, arrivals } };
  });
  // A source that another file speaks for already is not recorded twice.
  return { read: sole.filter(({ submission }) => submission.arrivals[0]?.path === "source"), faults };
}

/** Files that define things come before files that speak of them, or a revision would speak of what is not there yet. */
export function inOrder(read: readonly Read[]): Read[] {
  const definedBy = new Map(read.flatMap((file) => file.submission.arrivals.map(({ fact }) => [fact, file] as const)));
  const ordered = new Set<Read>();
  const visiting = new Set<Read>();
  const visit = (file: Read): void => {
    if (ordered.has(file) || visiting.has(file)) return;
    visiting.add(file);
    const needed = new Set(file.submission.arrivals.flatMap(mentionsOf).map(({ id }) => definedBy.get(id)));
    for (const other of needed) if (other) visit(other);
    ordered.add(file);
  };
  read.forEach(visit);
  return [...ordered];
}
