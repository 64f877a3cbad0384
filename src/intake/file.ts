import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type GraphQLSchema, isInputObjectType, printType } from "graphql";
import { type Fault, FaultyError, type FileFault } from "./fault";
import { type Reading, readSubmission } from "./submission";
import { linesIn, readYaml } from "./yaml";

/** A data file as it lies on disk. */
export interface DataFile {
  /** Its path within its folder. */
  readonly path: string;
  readonly text: string;
  /** What it says and how it is read, in short: equal digests need no second look. */
  readonly digest: string;
}

/** The data files at a path: the file itself, or all `.yaml` and `.yml` files of a folder and the folders in it. */
export interface DataFolder {
  readonly folder: string;
  /** Whether these are all files of the folder, so that others known from it are gone. */
  readonly isWhole: boolean;
  readonly files: readonly DataFile[];
}

/** The most bytes of a data file: reading YAML takes a hundred times its size in memory. */
const maxBytes = 8_000_000;

/**
 * Reads the data files at a path.
 *
 * @throws FaultyError if there is nothing to read there, naming every file that cannot be read
 */
export function readFolder(schema: GraphQLSchema, path: string): DataFolder {
  const shape = shapeOf(schema);
  const whole = resolve(path);
  const isFolder = readable(path, () => statSync(whole).isDirectory());
  const folder = isFolder ? whole : dirname(whole);
  const paths = isFolder ? readable(path, () => dataFilesOf(whole)) : [basename(whole)];
  if (paths.length === 0)
    throw new FaultyError([{ file: path, path: "", message: "expected .yaml files, found none" }]);
  const faults: FileFault[] = [];
  const files = paths.flatMap((file): DataFile[] => {
    try {
      const text = readable(file, () => textOf(join(folder, file)));
      return [{ path: file, text, digest: createHash("sha256").update(shape).update(text).digest("base64url") }];
    } catch (error) {
      if (!(error instanceof FaultyError)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new FaultyError(faults);
  return { folder, isWhole: isFolder, files };
}

/** Links to files are followed, links to folders are not: they may go in circles. */
function dataFilesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => /\.ya?ml$/.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function textOf(path: string): string {
  const { size } = statSync(path);
  if (size > maxBytes) throw new Error(`expected at most ${maxBytes} bytes, got ${size}; split it`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new Error("expected text in UTF-8, got other bytes");
    throw error;
  }
}

/** What `read` gives; a file that it cannot read is a fault. */
function readable<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const told = code === "ENOENT" ? "no such file or folder" : code ? `cannot be read: ${message}` : message;
    throw new FaultyError([{ file, path: "", message: told }]);
  }
}

/** The input types by which files are read: when they change, every file is read again. */
function shapeOf(schema: GraphQLSchema): string {
  const inputs = Object.values(schema.getTypeMap()).filter(
    (type) => isInputObjectType(type) && /Input$|^Submission$/.test(type.name),
  );
  return inputs.map(printType).join("\n");
}

/** Reads a data file as a submission; its faults name the line. Throws FaultyError if it is no YAML that can be read. */
export function readFile(schema: GraphQLSchema, file: DataFile): Reading & { readonly faults: readonly FileFault[] } {
  const read = readSubmission(schema, contentOf(file));
  return { ...read, faults: locate(file, read.faults) };
}

/** What a file says as YAML. Throws FaultyError with all that is wrong with it. */
export function contentOf({ path, text }: DataFile): unknown {
  const yaml = readYaml(text);
  if ("faults" in yaml) throw new FaultyError(yaml.faults.map((fault) => ({ ...fault, file: path })));
  return yaml.value;
}

/** Faults, each with the line of its file on which it, or the nearest thing around it, stands. */
export function locate({ path: name, text }: DataFile, faults: readonly Fault[]): FileFault[] {
  if (faults.length === 0) return [];
  const lineOf = linesIn(text);
  return faults.map((fault) => {
    const line = lineOf(fault.path);
    return { ...fault, file: line === undefined ? name : `${name}:${line}` };
  });
}
