import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shipped, type World } from "./support/world";

const text = readFileSync(join(__dirname, "../docs/examples.md"), "utf8");

/** Each worked question with its title and the answer printed behind it. */
const examples = [...text.matchAll(/## ([^\n]+)\n(?:(?!\n## ).)*?```graphql\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
  ([, title, query, answer]) => [title!, query!, JSON.parse(answer!) as Answer] as const,
);

interface Answer {
  data: unknown;
  extensions?: object;
}

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

test("a dozen questions are worked, each under a title of its own", () => {
  expect(examples.map(([title]) => title)).toEqual([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title));
  expect(examples).toHaveLength(12);
});

test.each(examples)("%s", async (_title, query, printed) => {
  const { data, errors, extensions } = await graph.answer(query);
  expect(errors).toBeUndefined();
  expect(undated(data)).toEqual(undated(printed.data));
  if (printed.extensions) expect(extensions).toMatchObject(printed.extensions);
});

/** The number of the revision that a citation names depends on what was recorded before. */
const undated = (data: unknown): unknown => JSON.parse(JSON.stringify(data).replace(/revision=\d+/g, "revision=1"));
