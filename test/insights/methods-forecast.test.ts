import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shipped, type World } from "../support/world";

const text = readFileSync(join(__dirname, "../../docs/methods-forecast.md"), "utf8");

/** Each worked question with the answer printed behind it. */
const examples = [...text.matchAll(/```graphql\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
  ([, query, answer]) => [query!, JSON.parse(answer!) as { data: unknown }] as const,
);

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

test("every question of the page has its answer", () => {
  expect(examples).toHaveLength([...text.matchAll(/```graphql/g)].length);
  expect(examples).toHaveLength(6);
});

test.each(examples)("%s", async (query, { data }) => {
  const answer = await graph.answer(query);
  expect(answer.errors).toBeUndefined();
  expect(printed(answer.data)).toEqual(data);
});

/** Numbers as the page prints them: to six digits. */
const printed = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value,
  );
