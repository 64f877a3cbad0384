import * as fc from "fast-check";
import { often } from "../support/often";
import { type OwnWorld, shipped, type World, world } from "../support/world";
import { operations } from "./operations/operation";
import { samplesOf } from "./operations/samples";
import { comparison } from "./oracle/compare";
import { readRows } from "./oracle/rows";
import { states } from "./worlds/rich";

// `search` is compared too: the oracle reckons trigrams as pg_trgm does.

/** Asks so many documents, each with two sets of variables. A failure tells the seed and the path to ask it again. */
async function asked({ store }: World, documents: number, seed: number, revision?: number): Promise<void> {
  const rows = await readRows(store.pool, revision);
  const same = comparison(store, rows, revision !== undefined);
  await fc.assert(fc.asyncProperty(operations(samplesOf(rows), revision), same), {
    numRuns: often(documents),
    seed,
    interruptAfterTimeLimit: 150_000,
    markInterruptAsFailure: true,
  });
}

/** Waits for all, so that a failure leaves nothing running: the reads of one are planned while another is checked. */
async function together(...parts: readonly Promise<void>[]): Promise<void> {
  for (const part of await Promise.allSettled(parts)) if (part.status === "rejected") throw part.reason;
}

const byChance = () => Math.trunc(Math.random() * 2 ** 31);

describe("the compiled read answers as the oracle does, to the order of keys", () => {
  let small: OwnWorld;
  let great: World;
  let revisions: number[] = [];
  beforeAll(async () => {
    [small, great] = await Promise.all([world(), shipped()]);
    for (const state of states) revisions = [...revisions, (await small.load(...state)).at(-1)!.revision!];
  }, 180_000);
  afterAll(() => together(small.close(), great.close()));

  test("800 operations on a world of everything", async () => {
    await together(asked(small, 150, 1), asked(small, 250, byChance()));
  }, 180_000);

  test("500 operations as of the present revision and of an earlier one", async () => {
    const [earlier, present] = revisions as [number, number];
    await together(asked(small, 100, 2, present), asked(small, 150, byChance(), earlier));
  }, 180_000);

  test("150 operations on what ships", async () => {
    await together(asked(great, 25, 3), asked(great, 50, byChance()));
  }, 180_000);
});
