import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type GraphQLSchema, isInputObjectType, printType } from "graphql";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { type Fault, FaultyError } from "./fault";
import { type ReadSubmission, readSubmission } from "./submission";

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

/**
 * Reads the data files at a path.
 *
 * @throws FaultyError if there is nothing to read there
 */
export function readFolder(schema: GraphQLSchema, path: string): DataFolder {
  const shape = shapeOf(schema);
  const read = (folder: string, file: string): DataFile => {
    const text = readFileSync(join(folder, file), "utf8");
    return { path: file, text, digest: createHash("sha256").update(shape).update(text).digest("base64url") };
  };
  const found = statSync(path, { throwIfNoEntry: false });
  const whole = resolve(path);
  if (!found) throw new FaultyError([{ file: path, path: ".", message: "no such file or folder" }]);
  if (found.isFile())
    return { folder: dirname(whole), isWhole: false, files: [read(dirname(whole), relative(dirname(whole), whole))] };
  const isData = (entry: Dirent) => entry.isFile() && /\.ya?ml$/.test(entry.name);
  const entries = readdirSync(whole, { recursive: true, withFileTypes: true }).filter(isData);
  const paths = entries.map((entry) => relative(whole, join(entry.parentPath, entry.name))).sort();
  if (paths.length === 0)
    throw new FaultyError([{ file: path, path: ".", message: "expected .yaml files, found none" }]);
  return { folder: whole, isWhole: true, files: paths.map((file) => read(whole, file)) };
}

/** The input types by which files are read: when they change, every file is read again. */
function shapeOf(schema: GraphQLSchema): string {
  const inputs = Object.values(schema.getTypeMap()).filter(
    (type) => isInputObjectType(type) && /Input$|^Submission$/.test(type.name),
  );
  return inputs.map(printType).join("\n");
}

/** Reads a data file as a submission; its faults name the line. */
export function readFile(schema: GraphQLSchema, { path, text }: DataFile): ReadSubmission {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, pos }) => ({
      path: `line ${lines.linePos(pos[0]).line}`,
      message: firstLine(message),
    }));
    throw new FaultyError(faults.map((fault) => ({ ...fault, file: path })));
  }
  const read = readSubmission(schema, document.toJS({ maxAliasCount: 0 }));
  if ("source" in read) return read;
  throw new FaultyError(read.map((fault) => located(fault, path, document, lines)));
}

/** A fault with the line of its file on which it stands. */
export function located(fault: Fault, file: string, document: Document, lines: LineCounter) {
  const steps = fault.path.split(".").filter((step) => step !== "");
  for (let depth = steps.length; depth > 0; depth--) {
    const node = document.getIn(steps.slice(0, depth).map(step), true);
    if (isNode(node) && node.range) return { ...fault, file: `${file}:${lines.linePos(node.range[0]).line}` };
  }
  return { ...fault, file };
}

const step = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);

const firstLine = (message: string) => message.split("\n", 1)[0]!.replace(/:$/, "");
