import { join } from "node:path";
import { inThisThread } from "../../../src/insights/work/in-this-thread";
import { createPool } from "../../../src/insights/work/pool";

const pool = createPool(["--require", join(__dirname, "../../support/typescript.js")]);
afterAll(() => pool.close());

test("a task that there is not is a fault of ours", async () => {
  await expect(pool.work("nothing", {})).rejects.toThrow("no task nothing");
});

test("work that nobody waits for any more is given up", async () => {
  const gone = new AbortController();
  gone.abort();
  await expect(pool.work("nothing", {}, gone.signal)).rejects.toMatchObject({ extensions: { code: "CANCELLED" } });
});

test("series are carried on in another thread as they are in this one", async () => {
  const series = [
    { points: [{ at: 2020, value: 7 }], options: { horizon: 2 }, changes: [], awaited: 9 },
    {
      points: [3, 4, 6, 5, 7, 9, 8, 11].map((value, i) => ({ at: 2000 + i, value })),
      options: { horizon: 3 },
      changes: [],
      awaited: null,
    },
    { points: [], options: { horizon: 3 }, changes: [], awaited: null },
  ];
  const found = await pool.work("projections", series);
  expect(found).toEqual(await inThisThread("projections", series));
  expect(found).toMatchObject([
    {
      projection: { points: [{ intervals: [{ low: Number.NEGATIVE_INFINITY }, {}, {}] }, {}] },
      milestone: { value: 9 },
    },
    { projection: { method: "combination" }, milestone: null },
    { refused: "a series expects at least one point, got none" },
  ]);
});
