import { award } from "./seed/award";
import { china } from "./seed/china";
import { article, type Cited, citedFragment, type SeedClaim } from "./seed/claim";
import { expo } from "./seed/expo";
import { ranking } from "./seed/ranking";
import { savings } from "./seed/savings";
import { shanghai } from "./seed/shanghai";
import { shipped, type World } from "./support/world";

const claims: readonly SeedClaim[] = [...ranking, ...shanghai, ...savings, ...china, ...award, ...expo];

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

describe("the seed article says, and the graph answers with source and status, that", () => {
  test.each(claims)("$number. $says", async ({ asks, facts }) => {
    const found = factsIn(await graph.ask(`query ${asks} ${citedFragment}`));
    expect(found).toHaveLength(facts.length);
    for (const [i, fact] of facts.entries()) expectCited(found[i]!, fact);
  });

  test.each([
    [56, "was written by Sheila Zabeu", { authors: ["Sheila Zabeu"] }],
    [57, "was published on 21 June 2023", { published: "2023-06-21" }],
    [58, "was published by Network King", { publisher: { name: "Network King" } }],
  ])("%d. it %s", async (_, __, holds) => {
    const { source } = await graph.ask(
      `{ source(slug: "${article}") { title authors published url kind publisher { name } } }`,
    );
    expect(source).toMatchObject({
      title: "Shanghai is the smartest city in the world",
      url: "https://network-king.net/shanghai-is-the-smartest-city-in-the-world/",
      kind: "PRESS",
      ...holds,
    });
  });

  test("58 things in all, and nothing it says stands without an answer", async () => {
    expect([...claims.map(({ number }) => number), 56, 57, 58]).toEqual(Array.from({ length: 58 }, (_, i) => i + 1));
    const { source } = await graph.ask<{ source: { claims: { nodes: { id: string; fact: unknown }[] } } }>(
      `{ source(slug: "${article}") { claims(first: 500) { nodes { id fact { id } } } } }`,
    );
    expect(source.claims.nodes.filter(({ fact }) => fact === null)).toEqual([]);
  });
});

interface Claim {
  text: string;
  values: Record<string, unknown>;
  source: { slug: string };
}

interface Fact {
  evidence: { status: string; claims: Claim[] };
}

/** The facts of an answer, in its order. */
function factsIn(answer: unknown): Fact[] {
  if (typeof answer !== "object" || answer === null) return [];
  const below = Object.values(answer).flatMap(factsIn);
  return "evidence" in answer ? [answer as Fact, ...below] : below;
}

function expectCited(fact: Fact, { status, holds, article: words, own, rivals = {}, saidBy = article }: Cited): void {
  expect(fact).toMatchObject(holds);
  expect(fact.evidence.status).toBe(status);
  const claims = new Map(fact.evidence.claims.map((claim) => [claim.source.slug, claim]));
  expect([...claims.keys()]).toContain(saidBy);
  const said = claims.get(saidBy)!.values;
  if (words === undefined) expect(said).toMatchObject(own ?? statedIn(holds, said));
  for (const [source, text] of Object.entries({ ...rivals, ...(words !== undefined && { [saidBy]: words }) })) {
    if (typeof text === "string") expect(claims.get(source)?.text).toBe(text);
    else expect(claims.get(source)?.text).toMatch(text);
  }
}

/** What of a fact its source must state itself, whoever else the graph goes by: its fields, but for those that are reckoned. */
function statedIn(holds: Cited["holds"], values: Record<string, unknown>): Record<string, unknown> {
  const reckoned = new Set(["unit", "note", ...("value" in values ? ["text"] : [])]);
  const stated = Object.entries(holds).filter(([field, value]) => !reckoned.has(field) && !isPlainObject(value));
  expect(stated.length).toBeGreaterThan(0);
  return Object.fromEntries(stated);
}

const isPlainObject = (value: unknown) => Object.getPrototypeOf(value) === Object.prototype;
