import { GraphQLError } from "graphql";
import { createQueue, weightOf } from "../../src/intake/queue";

/** Works that end when they are told to. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => async () => {
    begun.push(name);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    return name;
  };
  const end = async (name: string) => {
    while (!ends.has(name)) await Promise.resolve();
    ends.get(name)!();
  };
  return { begun, work, end };
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as GraphQLError,
  );

test("works go through one after another, in the order in which they came, also after one that fails", async () => {
  const { begun, work, end } = works();
  const queue = createQueue();
  const failing = queue(async () => {
    begun.push("failing");
    throw new Error("no");
  });
  const [one, two] = [queue(work("one")), queue(work("two"))];
  await expect(failing).rejects.toThrow("no");
  await end("one");
  expect(await one).toBe("one");
  await end("two");
  expect(await two).toBe("two");
  expect(begun).toEqual(["failing", "one", "two"]);
});

test("more than may wait are turned away, and told when to come again", async () => {
  const { begun, work, end } = works();
  const queue = createQueue({ works: 2, weight: 100 });
  const under = [queue(work("one")), queue(work("two"))];
  const error = await refusal(queue(work("three")));
  expect(error!.message).toBe("2 submissions are waiting to be recorded already; try again in 30 seconds");
  expect(error!.extensions).toMatchObject({ code: "BUSY", http: { status: 503 } });
  expect((error!.extensions["http"] as { headers: Map<string, string> }).headers.get("retry-after")).toBe("30");
  await end("one");
  await end("two");
  expect(await Promise.all(under)).toEqual(["one", "two"]);
  // When those before it are done, there is room.
  const three = queue(work("three"));
  await end("three");
  await three;
  expect(begun).toEqual(["one", "two", "three"]);
});

test("heavier works than may wait together are turned away; one alone may be of any weight", async () => {
  const { work, end } = works();
  const queue = createQueue({ works: 10, weight: 100 });
  const heavy = queue(work("heavy"), 1000);
  expect((await refusal(queue(work("light"), 1)))!.extensions["code"]).toBe("BUSY");
  await end("heavy");
  await heavy;
  const both = [queue(work("one"), 60), queue(work("two"), 40)];
  expect((await refusal(queue(work("three"), 1)))!.extensions["code"]).toBe("BUSY");
  await end("one");
  await end("two");
  await Promise.all(both);
});

test.each([{}, [], "text", 1, null, { a: [1, "two", { three: null }], b: "✓ and so on" }])(
  "the weight of %j is about its length as JSON",
  (value) => {
    const { length } = JSON.stringify(value);
    expect(weightOf(value)).toBeGreaterThanOrEqual(length * 0.5);
    expect(weightOf(value)).toBeLessThanOrEqual(length * 2 + 8);
  },
);
