import { type GraphQLSchema } from "graphql";
import { type DataSource } from "typeorm";
import { type Fault, FaultyError, type FileFault } from "./fault";
import { type DataFile, type DataFolder, locate, readFile, readFolder } from "./file";
import { recording } from "./lock";
import { type Ask, mentionsOf, unknownMentions } from "./mentions";
import { type Diff, record } from "./record";
import { type ReadSubmission } from "./submission";

/** A file and what it says. */
interface Read {
  readonly file: DataFile;
  readonly submission: ReadSubmission;
}

export interface LoadOptions {
  /** The name under which the folder is remembered; its path by default. */
  readonly knownAs?: string;
  /** Ends the load between two files; nothing of it is kept. */
  readonly stopping?: AbortSignal;
}

/**
 * Records the data files at a path, all of them or none. Files that are known as they stand are not read; a file that
 * has gone from a folder is retracted.
 *
 * @param log is told how far it is, once it takes longer than two seconds
 * @returns what changed, file by file; empty when nothing did
 * @throws FaultyError with every fault of every file; nothing was kept
 */
export async function load(
  store: DataSource,
  schema: GraphQLSchema,
  path: string,
  log: (message: string) => void,
  { knownAs, stopping }: LoadOptions = {},
): Promise<Diff[]> {
  const found = readFolder(schema, path);
  const folder = { ...found, folder: knownAs ?? found.folder };
  if ((await news(ask(store), folder)).isNone) return [];
  return recording(store, async (locked) => {
    const { fresh, gone } = await news(locked, folder);
    const read = inOrder(readAll(schema, fresh));
    await look(locked, read);
    const progress = every2Seconds(log);
    const diffs: Diff[] = [];
    const faults: FileFault[] = [];
    for (const [i, { file, submission }] of read.entries()) {
      stopping?.throwIfAborted();
      const diff = await record(locked, submission, "REPLACE");
      diffs.push(diff);
      faults.push(...locate(file, diff.faults));
      await locked(remember, [folder.folder, file.path, file.digest, submission.source]);
      progress(() => `recorded ${i + 1} of ${read.length} files`);
    }
    if (faults.length > 0) throw new FaultyError(faults);
    for (const { path: file, source } of gone) {
      diffs.push(await record(locked, { source, arrivals: [] }, "REPLACE"));
      await locked("delete from files where folder = $1 and path = $2", [folder.folder, file]);
    }
    // What follows is planned by how much there is; for a handful of rows that is known well enough.
    if (sizeOf(diffs) > manyRows) await locked("analyze");
    return diffs.filter(({ revision }) => revision !== null);
  });
}

const manyRows = 1000;

const sizeOf = (diffs: readonly Diff[]) =>
  diffs.reduce((sum, { added, changed, retracted }) => sum + added.length + changed.length + retracted.length, 0);

const remember = `
  insert into files (folder, path, digest, source) values ($1, $2, $3, $4)
  on conflict (folder, path) do update set digest = excluded.digest, source = excluded.source`;

const ask =
  (store: DataSource): Ask =>
  (sql, values) =>
    store.query(sql, values);

/** The files that are new or have changed, and those that are gone and whose source no other file speaks for. */
async function news(asked: Ask, { folder, isWhole, files }: DataFolder) {
  const rows = (await asked("select path, digest, source from files where folder = $1", [folder])) as Record<
    "path" | "digest" | "source",
    string
  >[];
  const digests = new Map(rows.map(({ path, digest }) => [path, digest]));
  const paths = new Set(files.map(({ path }) => path));
  const fresh = files.filter(({ path, digest }) => digests.get(path) !== digest);
  const kept = new Set(rows.filter(({ path }) => paths.has(path)).map(({ source }) => source));
  const gone = isWhole ? rows.filter(({ path, source }) => !paths.has(path) && !kept.has(source)) : [];
  return { fresh, gone, isNone: fresh.length === 0 && gone.length === 0 };
}

function readAll(schema: GraphQLSchema, files: readonly DataFile[]): Read[] {
  const faults: FileFault[] = [];
  const read: Read[] = [];
  for (const file of files) {
    try {
      read.push({ file, submission: readFile(schema, file) });
    } catch (error) {
      if (!(error instanceof FaultyError)) throw error;
      faults.push(...error.faults);
    }
  }
  faults.push(...saidTwice(read));
  if (faults.length > 0) throw new FaultyError(faults);
  return read;
}

/** One source a file, and one file a source; and a thing is defined once. */
function saidTwice(read: readonly Read[]): FileFault[] {
  const first = new Map<string, string>();
  return read.flatMap(({ file, submission }) => {
    const faults = submission.arrivals.flatMap(({ kind, fact, path }): Fault[] => {
      if (kind.claims) return [];
      const before = first.get(fact);
      if (before === undefined) first.set(fact, `${file.path} (${path})`);
      return before === undefined
        ? []
        : [{ path, message: `${fact} is defined in ${before} already; a thing is defined once` }];
    });
    return locate(file, faults);
  });
}

/** Files that define things come before files that speak of them, or a revision would speak of what is not there yet. */
function inOrder(read: readonly Read[]): Read[] {
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

async function look(locked: Ask, read: readonly Read[]): Promise<void> {
  const arriving = new Set(read.flatMap(({ submission }) => submission.arrivals.map(({ fact }) => fact)));
  const faults: FileFault[] = [];
  for (const { file, submission } of read)
    faults.push(...locate(file, await unknownMentions(locked, submission.arrivals, arriving)));
  if (faults.length > 0) throw new FaultyError(faults);
}

function every2Seconds(log: (message: string) => void) {
  let last = Date.now();
  return (message: () => string): void => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    log(message());
  };
}
