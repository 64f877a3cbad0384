import { type GraphQLSchema } from "graphql";
import { type DataSource } from "typeorm";
import { FaultyError, type FileFault } from "./fault";
import { type DataFolder, locate, readFolder } from "./file";
import { recording } from "./lock";
import { type Ask, unknownMentions } from "./mentions";
import { type Ahead, inOrder, type Read, readAll } from "./read-files";
import { type Diff, record, recordAll } from "./record";

export interface LoadOptions {
  /** The name under which the folder is remembered; its path by default. */
  readonly knownAs?: string;
  /** What `readAhead` has read already; files that have changed since are read anew. */
  readonly ahead?: Ahead | undefined;
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
  { knownAs, ahead, stopping }: LoadOptions = {},
): Promise<Diff[]> {
  const found = readFolder(schema, path);
  const folder = { ...found, folder: knownAs ?? found.folder };
  if ((await news(ask(store), folder)).isNone) return [];
  return recording(store, async (locked) => {
    const { fresh, gone } = await news(locked, folder);
    const { read, meant, faults: unread } = readAll(schema, fresh, ahead);
    const faults = [...unread, ...(await look(locked, read, meant)), ...(await partnersOwn(locked, read))];
    const told = new Set(faults.map(placeOf));
    const progress = every2Seconds(log);
    const diffs: Diff[] = [];
    // What can be read is recorded in spite of faults: some show only beside what the graph knows, and all are told at once.
    for (const batch of batchesOf(inOrder(read))) {
      stopping?.throwIfAborted();
      const submissions = batch.map(({ submission, file }) => ({ ...submission, by: { file: file.path } }));
      for (const [i, diff] of (await recordAll(locked, submissions, "REPLACE")).entries()) {
        diffs.push(diff);
        // Of one place one fault is enough: what is not there does not fit either.
        faults.push(...locate(batch[i]!.file, diff.faults).filter((fault) => !told.has(placeOf(fault))));
      }
      const files = batch.map(({ file }) => file);
      const columns = [files.map(({ path: file }) => file), files.map(({ digest }) => digest)];
      await locked(remember, [folder.folder, ...columns, submissions.map(({ source }) => source)]);
      progress(() => `recorded ${diffs.length} of ${read.length} files`);
    }
    if (faults.length > 0) throw new FaultyError(inLines(faults));
    for (const { path: file, source } of gone) {
      diffs.push(await record(locked, { source, arrivals: [], by: { file } }, "REPLACE"));
      await locked("delete from files where folder = $1 and path = $2", [folder.folder, file]);
    }
    // What follows is planned by how much there is; for a handful of rows that is known well enough.
    if (sizeOf(diffs) > manyRows) {
      await locked("select index_many_cities()");
      await locked("analyze");
    }
    return diffs.filter(({ revision }) => revision !== null);
  });
}

const placeOf = ({ file, path }: FileFault) => `${file} ${path}`;

const manyRows = 1000;

/** Files that are recorded at once: few enough rows that neither memory nor whoever wants to stop waits long for them. */
function batchesOf(read: readonly Read[]): Read[][] {
  const batches: Read[][] = [];
  let rows = maxRows;
  for (const one of read) {
    if (rows >= maxRows) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)!.push(one);
    rows += one.submission.arrivals.length;
  }
  return batches;
}

const maxRows = 2000;

const sizeOf = (diffs: readonly Diff[]) =>
  diffs.reduce((sum, { added, changed, retracted }) => sum + added.length + changed.length + retracted.length, 0);

const remember = `
  insert into files (folder, path, digest, source)
  select $1, path, digest, source from unnest($2::text[], $3::text[], $4::text[]) as file(path, digest, source)
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

async function look(locked: Ask, read: readonly Read[], meant: readonly string[]): Promise<FileFault[]> {
  const arriving = new Set([
    ...meant,
    ...read.flatMap(({ submission }) => submission.arrivals.map(({ fact }) => fact)),
  ]);
  const faults: FileFault[] = [];
  for (const { file, submission } of read)
    faults.push(...locate(file, await unknownMentions(locked, submission, arriving)));
  return faults;
}

/** The faults of files that speak for a source which a partner first recorded. */
async function partnersOwn(locked: Ask, read: readonly Read[]): Promise<FileFault[]> {
  const files = new Map(read.map(({ file, submission }) => [submission.source, file]));
  const rows = await locked(
    "select distinct source, partner from revisions where partner is not null and source = any($1::text[])",
    [[...files.keys()]],
  );
  return rows.flatMap(({ source, partner }) => {
    const message = `the source \`${source}\` is the partner \`${partner}\`'s; choose another slug`;
    return locate(files.get(String(source))!, [{ path: "source.slug", message }]);
  });
}

/** Faults in the order of files and lines. */
function inLines(faults: readonly FileFault[]): FileFault[] {
  const place = ({ file = "" }: FileFault): [string, number] => {
    const [, path = file, line = "0"] = /^(.*?):(\d+)$/.exec(file) ?? [];
    return [path, Number(line)];
  };
  return [...faults].sort((a, b) => {
    const [[one, line], [other, otherLine]] = [place(a), place(b)];
    return one === other ? line - otherLine : one < other ? -1 : 1;
  });
}

function every2Seconds(log: (message: string) => void) {
  let last = Date.now();
  return (message: () => string): void => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    log(message());
  };
}
