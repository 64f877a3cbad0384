import { runInNewContext } from "node:vm";
import * as scoring from "../../src/scoring";
import { pageOf, testAnswers } from "./worked";

const text = pageOf("methods.md");

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

describe("what the page asks of the graph", () => testAnswers(text, 3));
