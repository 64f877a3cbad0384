import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { type FastifyInstance } from "fastify";
import { createApp, schema } from "../../src/app";
import { load } from "../../src/intake/load";
import { openGraph } from "../../src/open-graph";
import { type Store } from "../../src/store/store";
import { createDatabase, type TestDatabase } from "../support/database";
import { temporaryFolder } from "../support/start-postgres";
import { type ServedCommands, serveCommands } from "./commands";

const root = join(__dirname, "../..");
const text = readFileSync(join(root, "docs/partners.md"), "utf8");

/** Each block of commands, with what is printed behind it; undefined where nothing is shown. */
const blocks = [...text.matchAll(/```sh\n(.*?)```\n(?:\n```(?:json)?\n(.*?)```)?/gs)].map(
  ([, commands, printed]) => [commands!, printed] as const,
);

let database: TestDatabase;
let store: Store;
let server: FastifyInstance;
let folder: string;
let commands: ServedCommands;
beforeAll(async () => {
  database = await createDatabase();
  store = await openGraph({ databaseUrl: database.url, home: "" }, () => {});
  folder = await temporaryFolder();
  // Of what ships, what the page speaks of: the catalogue makes one revision a file, so these are few.
  mkdirSync(join(folder, "data"));
  const air = readFileSync(join(root, "data/who/who-ambient-air-quality-database-2022.yaml"), "utf8");
  writeFileSync(join(folder, "data/things.yaml"), things);
  writeFileSync(join(folder, "data/air.yaml"), air.replace(/^ {2}- (?!.*barcelona-es).*\n/gm, ""));
  writeFileSync(join(folder, "data/last.yaml"), last);
  await load(store.source, schema, join(folder, "data"), () => {});
  server = await createApp(store, { logLevel: "silent", publicUrl: "http://127.0.0.1:4000" });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  commands = await serveCommands(folder, { DATABASE_URL: database.url, PORT: String(port) });
  process.chdir(folder);
}, 120_000);
afterAll(async () => {
  process.chdir(root);
  await commands.close();
  await server.close();
  await store.close();
  await database.drop();
});

test("the page begins with how to start, and then walks through", () => {
  expect(blocks[0]).toEqual(["npm ci && npm start\n", undefined]);
  expect(blocks.length).toBeGreaterThanOrEqual(10);
});

test("every command does what the page says, in its order", async () => {
  // One shell for all, as a reader has it; what each block prints is told apart by a line of our own.
  const [, ...walked] = blocks;
  const script = walked.map(([commands], i) => `${commands}\necho "=== ${i}"`).join("\n");
  const here = script.replaceAll("http://127.0.0.1:4000", `http://127.0.0.1:${commands.env["PORT"]}`);
  const run = promisify(execFile)("sh", ["-c", here], { cwd: folder, env: commands.env });
  const { stdout } = await run;
  const printed = renumbered(stdout)
    .split(/=== \d+\n/)
    .slice(0, -1);
  expect(printed).toHaveLength(walked.length);
  for (const [i, [commands, expected]] of walked.entries()) {
    if (expected === undefined) continue;
    const got = printed[i]!;
    if (expected.startsWith("{"))
      expect({ commands, got: JSON.parse(got) }).toEqual({ commands, got: JSON.parse(expected) });
    else expect({ commands, got: got.slice(-expected.length) }).toEqual({ commands, got: expected });
  }
}, 120_000);

/** What was printed, with revisions counted as the page counts them: its graph had more files than ours. */
function renumbered(printed: string): string {
  const firstOf = (shown: string) => Number(/^Recorded as revision (\d+)\.$/m.exec(shown)?.[1]);
  const later = firstOf(text) - firstOf(printed);
  return printed.replace(
    /(Recorded as revision |"revision":\s*)(\d+)/g,
    (_, words, number) => words + (Number(number) + later),
  );
}

const things = readThings();

/** The things that the page names, as `data/catalogue` has them. */
function readThings(): string {
  const lines = (file: string, ...slugs: string[]) =>
    readFileSync(join(root, `data/catalogue/${file}.yaml`), "utf8")
      .split("\n")
      .filter((line) => slugs.some((slug) => line.startsWith(`  - { slug: ${slug},`)));
  const section = (name: string, ...slugs: string[]) => [`${name}:`, ...lines(name, ...slugs)];
  return [
    "source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: who, licence: CC-BY-4.0, licenceClass: PERMISSIVE }",
    ...section("organisations", "who", "barcelona-city-council"),
    ...section("countries", "es"),
    ...section("cities", "barcelona-es", "madrid-es"),
    ...section("dimensions", "energy-and-lighting"),
    ...section("indicators", "pm25-annual-mean", "pm25-annual-mean-2026ed", "no2-annual-mean", "users"),
  ].join("\n");
}

const last = "source: { slug: z, kind: PRESS, title: Z, publisher: who, licence: CC0-1.0, licenceClass: PERMISSIVE }\n";
