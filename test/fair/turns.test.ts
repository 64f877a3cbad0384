import { setTimeout as sleep } from "node:timers/promises";
import { Turns } from "../../src/fair/turns";

const long = 1_000;

/** Takes a place; notes by a word when it comes. */
function asking(turns: Turns, came: string[]) {
  return (who: string, word = who) => {
    const coming = turns.take(who, long);
    if (!coming) came.push(word);
    else void coming.then(() => came.push(word)).catch(() => undefined);
  };
}

test("one who asks a lot has some places at most; others find the rest at once", async () => {
  const turns = new Turns(4, 2);
  const came: string[] = [];
  const ask = asking(turns, came);
  for (const word of ["a1", "a2", "a3", "a4"]) ask("a", word);
  ask("b");
  expect(came).toEqual(["a1", "a2", "b"]);
  turns.give("a");
  await sleep(0);
  expect(came).toEqual(["a1", "a2", "b", "a3"]);
});

test("a place goes to whoever has the fewest, and those who have as many take turns", async () => {
  const turns = new Turns(2, 2);
  const came: string[] = [];
  const ask = asking(turns, came);
  for (const word of ["a1", "a2", "a3", "a4"]) ask("a", word);
  ask("b", "b1");
  ask("c");
  ask("b", "b2");
  for (const who of ["a", "b", "a", "c", "a"]) {
    turns.give(who);
    await sleep(0);
  }
  expect(came).toEqual(["a1", "a2", "b1", "c", "a3", "b2", "a4"]);
});

test("whoever waits in vain has no place, and others come in their turn", async () => {
  const turns = new Turns(1, 1);
  const came: string[] = [];
  asking(turns, came)("a");
  await expect(turns.take("b", 20)).rejects.toThrow("no turn came");
  asking(turns, came)("c");
  turns.give("a");
  await sleep(0);
  expect(came).toEqual(["a", "c"]);
  turns.give("c");
  expect(turns.take("b", long)).toBeUndefined();
});

test("whoever is waited for no longer has no place either", async () => {
  const turns = new Turns(1, 1);
  asking(turns, [])("a");
  const gone = new AbortController();
  const waiting = expect(turns.take("b", long, gone.signal)).rejects.toThrow("no turn came");
  asking(turns, [])("c");
  expect([turns.waitingOf(), turns.waitingOf("b"), turns.waitingOf("d")]).toEqual([2, 1, 0]);
  gone.abort();
  await waiting;
  expect([turns.waitingOf(), turns.waitingOf("b")]).toEqual([1, 0]);
});
