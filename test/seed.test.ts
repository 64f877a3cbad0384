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

interface Fact {
  evidence: { status: string; claims: { text: string; deprecated: string | null; source: { slug: string } }[] };
}

/** The facts of an answer, in its order. */
function factsIn(answer: unknown): Fact[] {
  if (typeof answer !== "object" || answer === null) return [];
  const below = Object.values(answer).flatMap(factsIn);
  return "evidence" in answer ? [answer as Fact, ...below] : below;
}

function expectCited(fact: Fact, { status, holds, article: own, rivals = {}, saidBy = article }: Cited): void {
  expect(fact).toMatchObject(holds);
  expect(fact.evidence.status).toBe(status);
  const texts = new Map(fact.evidence.claims.map(({ text, source }) => [source.slug, text]));
  expect([...texts.keys()]).toContain(saidBy);
  for (const [source, text] of Object.entries({ ...rivals, ...(own !== undefined && { [saidBy]: own }) })) {
    if (typeof text === "string") expect(texts.get(source)).toBe(text);
    else expect(texts.get(source)).toMatch(text);
  }
}
