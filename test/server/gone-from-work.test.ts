import { request } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { type FastifyInstance } from "fastify";
import { type GraphQLError } from "graphql";
import { readerOf, schema } from "../../src/app";
import { type Work } from "../../src/graph/reckoned";
import { createPool } from "../../src/insights/work/pool";
import { shipped, type World } from "../support/world";
import { open } from "./parts";

const pool = createPool(["--require", join(__dirname, "../support/typescript.js")]);
let begin: (task: string) => void;
let end: (outcome: unknown) => void;
const begun = new Promise<string>((resolve) => {
  begin = resolve;
});
const ended = new Promise<unknown>((resolve) => {
  end = resolve;
});
/** The pool's own work, of which a test can tell when it begins and how it ends. */
const work: Work = async (task, input, signal) => {
  const done = pool.work(task, input, signal);
  begin(task);
  done.then(() => end("done"), end);
  return done;
};

let graph: World;
let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  graph = await shipped();
  server = await open({ schema, answer: readerOf(graph.store, { publicUrl: "https://citegraph.example" }, work) });
  await server.listen({ port: 0, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql`;
}, 120_000);
afterAll(async () => {
  await server.close();
  await graph.close();
  await pool.close();
});

test("the work of a caller who goes away ends in the thread that does it", async () => {
  // As much as one may ask for: some seconds.
  const query = "{ consensusRanking(input: { method: SCHULZE, minimumLists: 2, draws: 2000 }) { citiesCount } }";
  const going = request(url, { method: "POST", headers: { "content-type": "application/json" } }).on("error", () => {});
  going.end(JSON.stringify({ query }));
  expect(await begun).toBe("consensus");
  going.destroy();
  expect((await ended) as GraphQLError).toMatchObject({ extensions: { code: "CANCELLED" } });
  // The thread is free for others at once.
  const lists = [
    [1, 2],
    [1, 2],
  ];
  const next = { lists, publishers: ["a", "b"], sizes: [null, null], method: "BORDA", draws: 0, level: 0.9, seed: 1 };
  await expect(pool.work("consensus", next)).resolves.toMatchObject({ ranks: [1, 2] });
}, 60_000);
