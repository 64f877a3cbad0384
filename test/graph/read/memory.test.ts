import { Memory } from "../../../src/graph/read/memory";

test("what was made is made once, also for those who ask while it is made", async () => {
  const memory = new Memory();
  let made = 0;
  const make = async () => ++made;
  expect(await Promise.all([memory.once("a", make), memory.once("a", make), memory.once("b", make)])).toEqual([
    1, 1, 2,
  ]);
  expect(await memory.once("a", make)).toBe(1);
});

test("what fails is told to all who wait, and tried again", async () => {
  const memory = new Memory();
  const fail = () => Promise.reject(new Error("not now"));
  await expect(Promise.all([memory.once("a", fail), memory.once("a", fail)])).rejects.toThrow("not now");
  expect(await memory.once("a", async () => "now")).toBe("now");
});

test("what has not been asked for the longest is forgotten", async () => {
  const memory = new Memory();
  const say = (word: string) => memory.once(word, async () => word);
  await say("first");
  await say("second");
  for (let n = 0; n < 31; n++) {
    await say("first");
    await say(`other ${n}`);
  }
  expect(await memory.once("first", async () => "anew")).toBe("first");
  expect(await memory.once("second", async () => "anew")).toBe("anew");
});
