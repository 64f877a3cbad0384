import { type GraphQLInputObjectType, type GraphQLSchema } from "graphql";
import { readConfig, readKey } from "../config";
import { contentOf, type DataFile, readFolder } from "../intake/file";
import { type Outgoing, readTable } from "../intake/table-file";
import { linesIn } from "../intake/yaml";
import { send } from "./send";
import { type Command, type Given, only, read, UsageError } from "./usage";
import { type Payload, payloadFields, verdictTable } from "./verdicts";

const sending = {
  key: { type: "string" },
  url: { type: "string" },
  "dry-run": { type: "boolean" },
  message: { type: "string" },
} as const;

const mutation = `mutation ($submission: Submission!, $mode: SubmitMode!, $dryRun: Boolean!, $acceptValid: Boolean!, $message: String) {
  submit(submission: $submission, mode: $mode, dryRun: $dryRun, acceptValid: $acceptValid, message: $message) { ${payloadFields} }
}`;

/** `submit`: sends a file to a Citegraph, with a partner's key, and prints what becomes of its rows. */
export const submit =
  (schema: GraphQLSchema): Command =>
  async ({ args, log, env }) => {
    const { values, positionals } = read(args, {
      ...sending,
      replace: { type: "boolean" },
      "accept-valid": { type: "boolean" },
    } as const);
    const path = only(positionals, "a YAML or CSV file");
    const to = addressee(values, env);
    const { submission, place } = readOutgoing(schema, path);
    const dryRun = values["dry-run"] === true;
    const { submit: payload } = await send(to.url, to.key, mutation, {
      submission,
      mode: values.replace ? "REPLACE" : "MERGE",
      dryRun,
      acceptValid: values["accept-valid"] === true,
      message: values.message ?? null,
    });
    return told(payload as Payload, place, dryRun, log);
  };

/** `revert`: takes back a revision of the partner's own. */
export const revert: Command = async ({ args, log, env }) => {
  const { values, positionals } = read(args, sending);
  const revision = Number(only(positionals, "the number of a revision"));
  if (!Number.isInteger(revision)) throw new UsageError(`expected the number of a revision, got ${positionals[0]}`);
  const to = addressee(values, env);
  const dryRun = values["dry-run"] === true;
  const query = `mutation ($revision: Int!, $dryRun: Boolean!, $message: String) {
    revert(revision: $revision, dryRun: $dryRun, message: $message) { ${payloadFields} obstacles { id revision message } }
  }`;
  const { revert: payload } = await send(to.url, to.key, query, { revision, dryRun, message: values.message ?? null });
  return told(payload as Payload, (where) => where, dryRun, log);
};

function addressee({ key, url }: { key?: string | undefined; url?: string | undefined }, env: Given["env"]) {
  const found = key ?? readKey(env);
  if (!found) throw new UsageError("expected a key: set CITEGRAPH_KEY, or give --key cg_...");
  const to = url ?? `${readConfig(env).publicUrl}/graphql`;
  if (!URL.canParse(to))
    throw new UsageError(`--url expects an address such as http://127.0.0.1:4000/graphql, got ${to}`);
  return { key: found, url: to };
}

function told(payload: Payload, place: (path: string) => string, dryRun: boolean, log: Given["log"]) {
  log(verdictTable(payload, place, dryRun));
  return { isRefused: Boolean(payload.counts["refused"] || payload.obstacles?.length) };
}

/** Reads a file as it is to be sent; what it says is for the server to judge. */
function readOutgoing(schema: GraphQLSchema, path: string): Outgoing {
  const { isWhole, files } = readFolder(schema, path);
  if (isWhole) throw new UsageError(`expected a file, got the folder ${path}; send its files one by one`);
  const [file] = files as [DataFile];
  if (/\.(csv|tsv|txt)$/i.test(path)) {
    const observation = schema.getType("ObservationInput") as GraphQLInputObjectType;
    return readTable(file.path, file.text, Object.keys(observation.getFields()));
  }
  const submission = contentOf(file);
  const lineOf = linesIn(file.text);
  return {
    submission,
    place: (where) => {
      const line = lineOf(where);
      return line === undefined ? file.path : `${file.path}:${line}`;
    },
  };
}
