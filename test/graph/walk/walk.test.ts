import { type AddressInfo } from "node:net";
import * as fc from "fast-check";
import { type FastifyInstance } from "fastify";
import { createApp } from "../../../src/app";
import { type OwnWorld, world } from "../../support/world";
import { base, brought, unmeasured } from "../worlds/crowd";
import { type Connection, connections, isTwoWay, pageOf } from "./connections";
import { type AskPage, areInOrder, type Page, Walk } from "./walk";

// Relay: whoever walks a connection, forwards or backwards, in pages of any size, while rows come in between, sees each
// row that was there all along once, in order, and comes to an end.

/** What is there from the first, and what comes while lists are walked: somewhere among it, before it and after it. */
const [there, coming] = [Array.from({ length: 20 }, (_, n) => 2 * n + 6), [7, 1, 46, 19, 48, 33]];

let graph: OwnWorld;
let server: FastifyInstance;
let origin: string;
const files = [base, ...there.flatMap(brought)];
beforeAll(async () => {
  graph = await world(...files);
  server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example", rate: 0 });
  await server.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql`;
}, 60_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

type Answer = { readonly page: Page } | { readonly at: { readonly page: Page } };

const pageIn = (answer: Answer) => ("at" in answer ? answer.at.page : answer.page);

const within =
  (query: string): AskPage =>
  async (variables) =>
    pageIn(await graph.ask<Answer>(query, variables));

const overHttp =
  (query: string): AskPage =>
  async (variables) => {
    const response = await fetch(origin, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Answer; errors?: object[] };
    if (errors) throw new Error(`asked ${query}, got ${JSON.stringify(errors)}`);
    return pageIn(data);
  };

/** What the lists that take more than a page, an order and conditions are asked with. */
const special: Readonly<Record<string, readonly string[]>> = {
  "Query.changes": ["since: 3", 'about: "City:hub-ch"', 'kinds: ["placements", "cities"]'],
  "Query.contested": ['about: "City:hub-ch"', 'kinds: ["observations"]'],
  "Query.search": ['text: "river"', 'text: "rivertun"', 'text: "riv", kinds: [City, Country]'],
  "Query.cities": ['where: { name: { startsWith: "River" } }', 'where: { indicator: { slug: "mark" } }'],
};

interface Asked {
  readonly more: string;
  /** In which directions it is walked. */
  readonly ways: readonly boolean[];
}

/** All that a connection is asked with; by chance which of its fields orders it, and which way it is walked in that order: the other way in its own. */
function askedOf(connection: Connection, { fields, direction, isForwards }: Chances): Asked[] {
  const { name, isMeasured, field } = connection;
  const [one, other] = fields.map((n) => connection.fields[n % connection.fields.length]);
  const ways = isTwoWay(connection) ? [true, false] : [true];
  const by = (order: string, way: boolean) => ({ more: `orderBy: [${order}]`, ways: [way] });
  const isPlain = field.args.every(({ type }) => !String(type).endsWith("!"));
  return [
    ...(isPlain ? [{ more: "", ways: one ? [!isForwards] : ways }] : []),
    ...(one ? [by(`{ field: ${one}, direction: ${direction} }, { field: ${other} }`, isForwards)] : []),
    ...(isMeasured ? [by('{ indicator: "mark" }', isForwards)] : []),
    ...(isMeasured ? [by('{ indicator: "mark", direction: DESC }', !isForwards)] : []),
    ...(special[name] ?? []).map((more) => ({ more, ways })),
  ];
}

interface Chances {
  readonly fields: readonly number[];
  readonly direction: string;
  readonly isForwards: boolean;
  readonly sizes: readonly number[];
  readonly isOverHttp: boolean;
}

const chances = fc.record({
  fields: fc.tuple(fc.nat(), fc.nat()),
  direction: fc.constantFrom("ASC", "DESC"),
  isForwards: fc.boolean(),
  sizes: fc
    .array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 4 })
    .filter((all) => Math.max(...all) > 3),
  isOverHttp: fc.nat(3).map((n) => n === 0),
});

interface Walked {
  readonly name: string;
  readonly ask: AskPage;
  readonly walk: Walk;
  readonly before: readonly string[];
}

/** All rows, in pages as long as they may be. */
async function all(ask: AskPage): Promise<string[]> {
  const walk = new Walk(ask, true, [500]);
  while (!walk.isOver) await walk.step();
  return walk.seen;
}

async function begin(connection: Connection, by: Chances): Promise<Walked[]> {
  const begun: Walked[] = [];
  for (const { more, ways } of askedOf(connection, by)) {
    const ask = (by.isOverHttp ? overHttp : within)(pageOf(connection, more));
    const before = await all(ask);
    // A long list is walked in longer pages, as anybody would.
    const sizes = by.sizes.map((size) => size * Math.ceil(before.length / 40));
    for (const isForwards of ways) {
      const name = `${connection.name}(${more}) ${isForwards ? "forwards" : "backwards"} by ${sizes}`;
      begun.push({ name, ask, walk: new Walk(ask, isForwards, sizes), before });
    }
  }
  return begun;
}

// Of its subject an indicator that speaks of no such thing knows nothing; those by an indicator are another list.
const never = unmeasured
  .flatMap((type) => [`${type}.forecasts`, `${type}.observations`])
  .filter((name) => name !== "Indicator.forecasts");

/** What is told at once, and grows no more. */
const still = ["Source.claims", "Revision.changes"];

test("walking any connection skips none, repeats none, ends, while rows come", async () => {
  const walked = connections.filter(({ name }) => !never.includes(name));
  const drawn = fc.sample(chances, { seed: 7, numRuns: walked.length });
  const walks: Walked[] = [];
  for (const [i, connection] of walked.entries()) walks.push(...(await begin(connection, drawn[i]!)));
  for (let round = 0; walks.some(({ walk }) => !walk.isOver); round++) {
    expect(round).toBeLessThan(100);
    // One after the other, by one connection: a statement is planned once for it.
    for (const { walk } of walks) if (!walk.isOver) await walk.step();
    const next = coming[round];
    if (next !== undefined) await graph.load(...files, ...coming.slice(0, round + 1).flatMap(brought));
  }
  const faults: string[] = [];
  for (const { name, ask, walk, before } of walks) {
    const after = await all(ask);
    const isGrown = after.length > before.length || still.some((list) => name.startsWith(list));
    if (!isGrown || !areInOrder(before, after)) faults.push(`${name}: no rows came, or others changed`);
    if (!areInOrder(walk.seen, after)) faults.push(`${name}: seen twice or out of order`);
    if (!areInOrder(before, walk.seen)) faults.push(`${name}: skipped`);
  }
  expect(faults).toEqual([]);
}, 60_000);

test("every list has rows enough to be walked, but those of what nobody can measure", async () => {
  const empty = [];
  for (const connection of connections) {
    const [more = ""] = connection.name === "Query.search" ? special["Query.search"]! : [];
    if ((await all(within(pageOf(connection, more)))).length < 20) empty.push(connection.name);
  }
  expect(empty.sort()).toEqual([...never].sort());
});
