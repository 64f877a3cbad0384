import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import * as scoring from "../../src/scoring";
import { shipped, type World } from "../support/world";

const text = readFileSync(join(__dirname, "../../docs/methods.md"), "utf8");

describe("what the page reckons in code", () => {
  const [, code] = /```ts\n(.*?)```/s.exec(text)!;
  const lines = code!.replaceAll(" as const", "").split("\n");
  const isTold = (line: string) => /; \/\/ /.test(line);
  const given = lines.filter((line) => !isTold(line) && !line.startsWith("import")).join("\n");
  const told = lines.filter(isTold).map((line) => line.split(/; \/\/ /) as [string, string]);

  test("there are several results", () => {
    expect(told.length).toBeGreaterThanOrEqual(4);
  });

  test.each(told)("%s is %s", (expression, result) => {
    const found: unknown = runInNewContext(`${given}\n(${expression})`, { ...scoring });
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(result));
  });

  test("whatever it takes from scoring is there", () => {
    const [, names] = /import \{ (.*?) \} from ".\/src\/scoring"/.exec(code!)!;
    expect(names!.split(", ").filter((name) => !(name in scoring))).toEqual([]);
  });
});

describe("what the page asks of the graph", () => {
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
    expect(examples).toHaveLength(3);
  });

  test.each(examples)("%s", async (query, { data }) => {
    const answer = await graph.answer(query);
    expect(answer.errors).toBeUndefined();
    expect(printed(answer.data)).toEqual(data);
  });
});

/** Numbers as the page prints them: to six digits. */
const printed = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value,
  );
