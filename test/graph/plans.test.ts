import { parse } from "graphql";
import { Client } from "pg";
import { indexesOfMany } from "../../migrations/1700000000015-many-cities";
import { model, schema } from "../../src/app";
import { createReader } from "../../src/graph/read/reader";
import { reckoned } from "../../src/insights";
import { inThisThread } from "../../src/insights/work/in-this-thread";
import { type Statement } from "../../src/store/one-row";
import { createRun } from "../../src/store/run";
import { examples, isReckoned } from "../support/examples";
import { shipped, type World } from "../support/world";

// Tables that grow with what is recorded. What is asked of them in the documentation has an index, whether or not a
// small table is quicker read whole: Postgres is told not to, and reads whole only where there is no other way.
const growing = new Set([
  "cities",
  "names",
  "placements",
  "sub_scores",
  "observations",
  "claims",
  "changes",
  "sources",
  "statements",
  "wins",
]);

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Node[];
}

/** The tables that a plan reads from end to end. */
function readWhole(node: Node): string[] {
  const below = (node.Plans ?? []).flatMap(readWhole);
  const table = node["Relation Name"];
  return node["Node Type"].includes("Seq Scan") && table && growing.has(table) ? [table, ...below] : below;
}

let graph: World;
let client: Client;
beforeAll(async () => {
  graph = await shipped();
  client = new Client({ connectionString: graph.store.url });
  await client.connect();
  await client.query("set enable_seqscan = off");
  // As there are once there are many cities; for this test alone, and never seen by others.
  await client.query("begin");
  for (const index of indexesOfMany()) await client.query(index);
}, 120_000);
afterAll(async () => {
  await client.query("rollback");
  await client.end();
  await graph.close();
});

async function plansOf(query: string): Promise<string[]> {
  const statements: Statement[] = [];
  const read = createRun(graph.store.pool);
  const run = (statement: Statement) => {
    statements.push(statement);
    return read(statement);
  };
  const surroundings = { publicUrl: "https://citegraph.example" };
  const answer = createReader({ schema, model, reckoned, run, near: async () => [], surroundings, work: inThisThread });
  const { errors } = await answer({ document: parse(query), variables: {} });
  expect(errors).toBeUndefined();
  const whole = [];
  for (const { text, values } of statements) {
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Node }] }>(`explain (format json) ${text}`, [
      ...values,
    ]);
    whole.push(...readWhole(rows[0]!["QUERY PLAN"][0].Plan));
  }
  return whole;
}

test("a table that is read whole is found", async () => {
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
    "explain (format json) select * from cities where prominence % 7 = 1",
  );
  expect(readWhole(rows[0]!["QUERY PLAN"][0].Plan)).toEqual(["cities"]);
});

const ofRows = examples.filter(([, query]) => !isReckoned(query));

test.each(ofRows)("%s reads no growing table whole", async (_place, query) => {
  expect(await plansOf(query)).toEqual([]);
});
