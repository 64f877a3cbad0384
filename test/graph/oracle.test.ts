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

test("x", async () => {
  const rows = await readRows(graph.store.pool);
  const same = comparison(graph.store, rows);
  const t = Date.now();
  let n = 0;
  let big = 0;
  await fc.assert(
    fc.asyncProperty(operations(samplesOf(rows)), async (operation) => {
      n++;
      const x = await same(operation);
      big += JSON.stringify(x).length;
    }),
    { numRuns: Number(process.env.RUNS ?? 200), seed: Number(process.env.SEED ?? 1) },
  ).finally(() => console.log(n, Date.now() - t, big / n));
}, 600000);
