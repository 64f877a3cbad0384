import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { type FastifyInstance } from "fastify";
import { createApp } from "../src/app";
import { type OwnWorld, world } from "./support/world";

const root = join(__dirname, "..");
const text = readFileSync(join(root, "docs/time.md"), "utf8");

const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, block]) => block!);

/** Each question with the answer printed behind it. */
const questions = [...text.matchAll(/```graphql\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
  ([, query, answer]) => [query!, JSON.parse(answer!) as object] as const,
);

let graph: OwnWorld;
let server: FastifyInstance;
let origin: string;
beforeAll(async () => {
  graph = await world();
  const [catalogue, report, mended] = blocks("yaml") as [string, string, string];
  for (const files of [[catalogue], [catalogue, report], [catalogue, mended]]) await graph.load(...files);
  server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
  await server.listen({ host: "127.0.0.1", port: 0 });
  origin = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

test("all that the page asks is asked here", () => {
  expect(questions).toHaveLength(blocks("graphql").length);
  expect(questions).toHaveLength(5);
});

test.each(questions)("%s", async (query, printed) => {
  const said = jest.spyOn(graph.store.pool, "query");
  const answer = await graph.answer(query);
  expect(answer).toMatchObject(printed);
  // One statement, and one more for what there is instead.
  expect(said).toHaveBeenCalledTimes(answer.errors ? 2 : 1);
  said.mockRestore();
});

test("the page of a revision shows what it says", async () => {
  const [, path] = /`(\/awardEdition\/\S+\?asOf=2)`/.exec(text)!;
  const response = await server.inject({ url: path!, headers: { accept: "text/html" } });
  expect([response.statusCode, response.headers["cache-control"]]).toEqual([
    200,
    "public, max-age=31536000, immutable",
  ]);
  expect(response.payload).toContain("48");
});

test("the stream of events tells what is printed", async () => {
  const [command, , events] = /```sh\n(curl .*?)\n```\n(\n)```text\n(.*?)```/s.exec(text)!.slice(1) as [
    string,
    string,
    string,
  ];
  const headers = [...command.matchAll(/-H '([\w-]+): (.*?)'/g)].map(([, name, value]) => [name!, value!] as const);
  const [, body] = /-d '(.*)'$/.exec(command)!;
  const over = new AbortController();
  const response = await fetch(`http://${origin}/graphql/stream`, {
    method: "POST",
    headers: Object.fromEntries(headers),
    body: body!,
    signal: over.signal,
  });
  let told = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
    told += chunk;
    if (told.includes("data: {")) break;
  }
  over.abort();
  expect(told).toContain(events.trim());
});

test("the program that follows prints what is printed", async () => {
  const [program, printed] = /```js\n(.*?)```\n\n```text\n(.*?)```/s.exec(text)!.slice(1) as [string, string];
  const child = spawn(process.execPath, ["-e", program.replace("127.0.0.1:4000", origin)], { cwd: root });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (output.split("\n").length > printed.split("\n").length - 1) child.kill();
  });
  await once(child, "exit");
  expect(output).toBe(printed);
});
