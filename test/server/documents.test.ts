import { parse } from "graphql";
import { createDocumentStore } from "../../src/server/documents";

async function remembered(count: number, length: number): Promise<number> {
  const store = createDocumentStore();
  for (let n = 0; n < count; n++) await store.set(`key ${n}`, parse("{ __typename }".padEnd(length)));
  const found = await Promise.all(Array.from({ length: count }, (_, n) => store.get(`key ${n}`)));
  return found.filter((document) => document !== undefined).length;
}

test("how many documents Apollo remembers follows their size", async () => {
  expect(await remembered(300, 2_500)).toBe(200);
  expect(await remembered(30, 25_000)).toBe(20);
  expect(await remembered(3, 30_001)).toBe(0);
});

test("what it is told to forget is gone", async () => {
  const store = createDocumentStore();
  await store.set("key", parse("{ __typename }"));
  await store.delete("key");
  expect(await store.get("key")).toBeUndefined();
});
