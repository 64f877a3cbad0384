import { shipped, type World } from "../../support/world";
import { statementOf } from "./statement-of";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

const joins = (statement: string, table: string) => statement.split(` join ${table} `).length - 1;

test("what puts the rows of a page in order is not joined again to be shown", async () => {
  const list = (asked: string) => `{ city(slug: "shanghai-cn") { placements { nodes { ${asked} } } } }`;
  const plain = await statementOf(graph, list("rank"));
  const shown = await statementOf(graph, list("rank edition { slug title year ranking { name } }"));
  expect([joins(plain, "ranking_editions"), joins(shown, "ranking_editions"), joins(shown, "rankings")]).toEqual([
    1, 1, 1,
  ]);
});

test("a page holds the columns that are asked of its rows, and no others", async () => {
  const statement = await statementOf(graph, "{ cities { nodes { name country { name } } } }");
  expect(statement).toMatch(/\(select (t\d+)\.id, \1\.name, \1\.country, /);
});

test("a field that is computed by a row's alias is computed in its place", async () => {
  const statement = await statementOf(
    graph,
    '{ city(slug: "shanghai-cn") { observations { nodes { unit indicator { name } } } } }',
  );
  // Once to put them in order, once for the unit; the name is the one they are in order by.
  expect(joins(statement, "indicators")).toBe(2);
});
