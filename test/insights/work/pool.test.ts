import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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

test("work that has begun is stopped when nobody waits for it any more, and its thread is free for others", async () => {
  const gone = new AbortController();
  const list = Array.from({ length: 300 }, (_, city) => city + 1);
  const task = {
    lists: [list, [...list].reverse()],
    publishers: ["atlas", "bund"],
    sizes: [null, null],
    level: 0.9,
    seed: 1,
  };
  const long = pool.work("consensus", { ...task, method: "PLACKETT_LUCE", draws: 300_000 }, gone.signal);
  const refused = expect(long).rejects.toMatchObject({ extensions: { code: "CANCELLED" } });
  // By then it has begun.
  await Promise.race([refused, pause(1_500)]);
  gone.abort();
  await refused;
  const short = {
    ...task,
    lists: [
      [1, 2],
      [1, 2],
    ],
    method: "BORDA",
    draws: 0,
  };
  await expect(pool.work("consensus", short)).resolves.toMatchObject({ ranks: [1, 2] });
}, 20_000);

test("those who ask take turns, and one has so much wait at most", async () => {
  const list = Array.from({ length: 60 }, (_, city) => city + 1);
  const task = {
    lists: [list, [...list].reverse()],
    publishers: ["atlas", "bund"],
    sizes: [null, null],
    method: "PLACKETT_LUCE",
    level: 0.9,
    seed: 1,
  };
  const gone = new AbortController();
  // These have the threads until they are given up.
  const long = Array.from({ length: Math.max(1, availableParallelism() - 1) }, () =>
    pool.work("consensus", { ...task, draws: 300_000 }, gone.signal, "c"),
  );
  const refused = long.map((one) => expect(one).rejects.toMatchObject({ extensions: { code: "CANCELLED" } }));
  const ended: string[] = [];
  const ask = (who: string) =>
    pool.work("consensus", { ...task, draws: 0 }, undefined, who).then(() => ended.push(who));
  const theirs = Array.from({ length: 8 }, () => ask("a"));
  await expect(ask("a")).rejects.toMatchObject({
    message: expect.stringContaining("8 reckonings of yours wait"),
    extensions: { code: "OVERLOADED" },
  });
  const other = ask("b");
  // By then the long ones have begun.
  await pause(1_500);
  gone.abort();
  await Promise.all([...refused, ...theirs, other]);
  expect(ended).toHaveLength(9);
  expect(ended.indexOf("b")).toBeLessThan(4);
}, 30_000);

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
