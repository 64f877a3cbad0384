import * as fc from "fast-check";
import { type OwnWorld, world } from "../support/world";
import { operations } from "./operations/operation";
import { samplesOf } from "./operations/samples";
import { comparison } from "./oracle/compare";
import { readRows } from "./oracle/rows";
import { states } from "./worlds/rich";

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world();
  for (const state of states) await graph.load(...state);
}, 60_000);
afterAll(() => graph.close());

let slow: [number, unknown][] = [];
async function run(revision: number | undefined, seed: number, numRuns: number) {
  const rows = await readRows(graph.store.pool, revision);
  const same = comparison(graph.store, rows, revision !== undefined);
  await fc.assert(
    fc.asyncProperty(operations(samplesOf(rows), revision), async (operation) => {
      const t = Date.now();
      await same(operation).finally(() => slow.push([Date.now() - t, operation]));
    }),
    { numRuns, seed, endOnFailure: !!process.env.END },
  );
}

test("x", async () => {
  const n = Number(process.env.RUNS ?? 200);
  const seed = Number(process.env.SEED ?? 1);
  const t = Date.now();
  const all = await Promise.allSettled([
    run(undefined, seed, n),
    run(undefined, seed + 1, n),
    run(6, seed + 2, n),
    run(12, seed + 3, n),
  ]);
  slow = slow.sort((a, b) => b[0] - a[0]);
  console.log(
    Date.now() - t,
    slow.slice(0, 10).map(([x]) => x),
    JSON.stringify(slow[0]),
  );
  for (const x of all) if (x.status === "rejected") console.log(String(x.reason.message), String(x.reason.cause));
  expect(all.filter((x) => x.status === "rejected")).toHaveLength(0);
}, 500000);
