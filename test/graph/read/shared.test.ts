import { type OwnWorld, world } from "../../support/world";
import { states } from "../worlds/rich";
import { statementOf } from "./statement-of";

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world();
  await graph.load(...states[0]!);
}, 60_000);
afterAll(() => graph.close());

const timesClaimsAreRead = (statement: string) => statement.split("from claims").length - 1;

const factWith = (fields: string) => `{ contested(first: 50) { nodes { id fact { id ${fields} } } } }`;

interface Disputes {
  contested: { nodes: { id: string; fact: { id: string; evidence?: { claims: { text: string }[] } } }[] };
}

test("the claims of a fact of whatever kind are read in one place", async () => {
  expect(timesClaimsAreRead(await statementOf(graph, factWith("evidence { claims { text } }")))).toBe(1);
});

test("claims that are asked for otherwise of one kind are read in a place of their own", async () => {
  const statement = await statementOf(
    graph,
    factWith("evidence { claims { text } } ... on Observation { evidence { claims { note } } }"),
  );
  expect(timesClaimsAreRead(statement)).toBe(2);
});

test("they are the claims that the fact has where its kind is known", async () => {
  const { contested } = await graph.ask<Disputes>(factWith("evidence { claims { text } }"));
  expect(contested.nodes.length).toBeGreaterThan(0);
  for (const { fact } of contested.nodes) {
    const { node } = await graph.ask<{ node: object }>(
      `{ node(id: ${JSON.stringify(fact.id)}) { id ... on Fact { evidence { claims { text } } } } }`,
    );
    expect(node).toEqual(fact);
  }
});
