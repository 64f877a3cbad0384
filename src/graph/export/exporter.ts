import { createHash } from "node:crypto";
import { type Readable } from "node:stream";
import { suggestionList } from "graphql/jsutils/suggestionList";
import { type Surroundings } from "../model";
import { noSuchTime, readRevisions, requireRevision } from "../read/as-of";
import { type NearIds, noneNear } from "../read/near";
import { notFound } from "../read/not-found";
import { booleansOf, type Run } from "../read/run";
import { type Graph } from "../schema";
import { columnsOf, type ExportColumn } from "./columns";
import { type ExportFormat, formats } from "./format";
import { type Parameter, parametersOf, readParameters } from "./parameters";
import { compileExport, type ExportStatement, type Sql } from "./statement";
import { exportedTypes, exportTree } from "./tree";

/** A list of the graph that can be taken along. */
export interface ExportKind {
  /** Its name in the address: `placements`. */
  readonly name: string;
  readonly description: string;
  readonly columns: readonly ExportColumn[];
  readonly parameters: readonly Parameter[];
}

/** Runs a statement and hands out its lines as they are read. */
export type Stream = (
  statement: StreamStatement,
  over?: AbortSignal,
) => Promise<{ revision: number | null; body: Readable }>;

/** A statement as `compileExport` writes it, and what stands around its lines. */
export interface StreamStatement extends Sql {
  /** What stands before the first line; empty for nothing. */
  readonly head: string;
  readonly lineEnd: string;
}

/** An export that has been asked for and found right. */
export interface Prepared {
  readonly isAsOf: boolean;
  /** A word for what was asked: the same word, of the same revision, means the same bytes. */
  readonly mark: string;
  /** The revision it reads. Throws GraphQLError INVALID_AS_OF if there is none such. */
  revision(): Promise<number>;
  /** Begins to read it; whoever opens it reads the body or destroys it. Throws as `revision` does. */
  open(over?: AbortSignal): Promise<{ revision: number; body: Readable }>;
}

export interface Exporter {
  readonly kinds: readonly ExportKind[];
  /** Kinds whose names are like this one. */
  near(name: string): readonly string[];
  /** Throws ExportFaults or GraphQLError for parameters that are not right; undefined for an unknown kind. */
  prepare(kind: string, format: ExportFormat, given: URLSearchParams): Prepared | undefined;
}

/** Whole lists of the graph as lines of text, each written by Postgres. */
export function createExporter(
  graph: Graph,
  stream: Stream,
  run: Run,
  near: NearIds,
  surroundings: Surroundings,
): Exporter {
  const kinds = new Map(
    [...exportedTypes(graph)].map(([name, type]) => {
      const nodes = exportTree(graph, type);
      const description = graph.schema.getType(type.name)?.description ?? "";
      const parameters = parametersOf(graph.schema, type);
      return [name, { name, description, type, nodes, parameters, columns: columnsOf(nodes) }] as const;
    }),
  );

  /** Throws GraphQLError NOT_FOUND for a name in a condition or an order that nothing has. */
  async function requireNames({ names, found: { text, values }, time }: ExportStatement): Promise<void> {
    if (names.length === 0) return;
    const name = `export_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
    const [isFound] = await run({ name, text, values });
    const missing = names.find((_, i) => !booleansOf(isFound!)[i]);
    if (!missing) return;
    const { type, slug } = missing;
    const field = type.declaration.roots?.one ?? type.name;
    throw await notFound({ type, field, key: "where", nodes: [], read: () => slug }, slug, time ? noneNear : near);
  }

  /** The revision that is read. Throws GraphQLError INVALID_AS_OF if it, or one that a condition names, is not there. */
  async function existing(read: number | null, { time, revisions }: ExportStatement): Promise<number> {
    if (read === null && time) throw noSuchTime(time, await readRevisions(run));
    const revision = read ?? 0;
    for (const [parameter, number] of revisions) requireRevision(parameter, number, revision);
    return revision;
  }

  return {
    kinds: [...kinds.values()],
    near: (name) => suggestionList(name, [...kinds.keys()]),
    prepare(kind, format, given) {
      const known = kinds.get(kind);
      if (!known) return undefined;
      const { parameters, columns } = known;
      const variables = readParameters(parameters, given);
      const statement = compileExport(graph, { ...known, variables, format }, surroundings);
      const { lines, revision, time } = statement;
      const { lineEnd } = formats[format];
      const head = format === "csv" ? `${columns.map(({ name }) => name).join(",")}${lineEnd}` : "";
      return {
        isAsOf: time !== undefined,
        mark: createHash("sha256")
          .update(JSON.stringify([lines, head]))
          .digest("base64url")
          .slice(0, 16),
        revision: async () => {
          await requireNames(statement);
          const asked = ["revision", "date"].find((name) => variables[name] != null) ?? "latest";
          const { text, values } = revision;
          const [read] = await run({ name: `export_${asked}`, text, values });
          return existing(read == null ? null : Number(read), statement);
        },
        open: async (over) => {
          await requireNames(statement);
          const opened = await stream({ ...lines, head, lineEnd }, over);
          try {
            return { ...opened, revision: await existing(opened.revision, statement) };
          } catch (error) {
            opened.body.destroy();
            throw error;
          }
        },
      };
    },
  };
}
