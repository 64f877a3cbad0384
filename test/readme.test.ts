import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shipped, type World } from "./support/world";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");

/** Each question of the README, as `curl` sends it, and the answer printed behind it. */
const questions = [...readme.matchAll(/-d '(\{"query".*?\})'\n```\n\n```json\n(.*?)```/gs)].map(
  ([, body, answer]) =>
    [(JSON.parse(body!) as { query: string }).query, JSON.parse(answer!) as { data: unknown }] as const,
);

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

test("the README asks three questions", () => {
  expect(questions).toHaveLength(3);
});

test.each(questions)("the README's answer to %s is true", async (query, answer) => {
  expect(await graph.ask(query)).toEqual(answer.data);
});

test("the README opens with two commands, and CI runs the second", () => {
  const commands = [...readme.matchAll(/```sh\n(npm .*)\n```/g)].map(([, command]) => command);
  expect(commands).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  expect(readFileSync(join(__dirname, "../.ci/run"), "utf8")).toContain(`(${commands[1]})`);
});
