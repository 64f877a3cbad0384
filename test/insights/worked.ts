import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shipped, type World } from "../support/world";

/** The text of a page of docs/. */
export const pageOf = (name: string): string => readFileSync(join(__dirname, "../../docs", name), "utf8");

/** Tests that the graph answers each question of a page as is printed behind it, and that there are so many. */
export function testAnswers(text: string, count: number): void {
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
    expect(examples).toHaveLength(count);
  });

  test.each(examples)("%s", async (query, { data }) => {
    const answer = await graph.answer(query);
    expect(answer.errors).toBeUndefined();
    expect(printed(answer.data)).toEqual(data);
  });
}

/** Numbers as the page prints them: to six digits. */
const printed = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value,
  );
