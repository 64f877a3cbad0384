import { type Plan } from "../../../src/graph/read/plan";
import { type Planned, PlanRoom } from "../../../src/graph/read/plan-room";

/** A plan whose statement has so many characters, which counts ten times as many bytes. */
const planned = (length: number, values: number = 0): Planned => ({
  plan: { text: "x".repeat(length), values: Array.from({ length: values }, () => () => 1) } as unknown as Plan,
});

const documents = () => Array.from({ length: 4 }, () => new Map<string, Planned>());

test("what is kept follows its size, over all documents; what was not asked for the longest goes first", () => {
  const room = new PlanRoom(100_000);
  const all = documents();
  for (let n = 0; n < 40; n++) room.keep(all[n % 4]!, `word ${n}`, planned(500));
  const kept = () => all.reduce((sum, one) => sum + one.size, 0);
  expect(kept()).toBe(19);
  expect(room.find(all[39 % 4]!, "word 39")).toBeDefined();
  expect(room.find(all[0]!, "word 0")).toBeUndefined();
  // Asked for again and again, one stays while others come and go.
  room.find(all[21 % 4]!, "word 21");
  for (let n = 40; n < 100; n++) {
    expect(room.find(all[21 % 4]!, "word 21")).toBeDefined();
    room.keep(all[n % 4]!, `word ${n}`, planned(100));
  }
  expect(kept()).toBeGreaterThan(60);
});

test("what takes too much is not kept, by the length of its statement or by its values", () => {
  const room = new PlanRoom(100_000);
  const [one] = documents();
  room.keep(one!, "long", planned(700));
  room.keep(one!, "many", planned(10, 8));
  room.keep(one!, "few", planned(10, 7));
  expect([...one!.keys()]).toEqual(["few"]);
});
