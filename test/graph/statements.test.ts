import { parse, validate } from "graphql";
import { Client } from "pg";
import { readerOf, schema } from "../../src/app";
import { session } from "../../src/store/read-pool";
import { examples, isReckoned } from "../support/examples";
import { shipped, type World } from "../support/world";

const ofRows = examples.filter(([, query]) => !isReckoned(query));
const ofMore = examples.filter(([, query]) => isReckoned(query));

/** What any client of this process sends to a server, whoever sends it. */
const sent: string[] = [];
const { query: send } = Client.prototype;
beforeAll(() => {
  Client.prototype.query = function (this: Client, ...args: [{ text?: string } | string]) {
    const text = typeof args[0] === "string" ? args[0] : (args[0].text ?? "");
    // A connection that is opened is told its settings, whenever that is.
    if (!text.startsWith(session)) sent.push(text);
    return (send as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof send;
});
afterAll(() => {
  Client.prototype.query = send;
});

let graph: World;
beforeAll(async () => {
  graph = await shipped();
  // The connection is opened, and told its settings, before anything is counted.
  await graph.ask("{ __typename }");
}, 120_000);
afterAll(() => graph.close());

test("there are examples in the README, the worked questions and the playground", () => {
  for (const place of ["README.md", "docs/examples.md", "web/examples/"]) {
    expect(examples.filter(([path]) => path.startsWith(place)).length).toBeGreaterThanOrEqual(3);
  }
});

test.each(ofRows)("%s is one statement, the first time and again", async (_place, query) => {
  expect(validate(schema, parse(query))).toEqual([]);
  for (const _time of ["first", "second"]) {
    sent.length = 0;
    const { errors } = await graph.answer(query);
    expect(errors).toBeUndefined();
    expect(sent).toEqual([expect.stringMatching(/^select /)]);
  }
});

test("the server counts as many: each example twice, prepared once", async () => {
  const count = async () => {
    const { rows } = await graph.store.pool.query(
      "select count(*)::int as prepared, coalesce(sum(generic_plans + custom_plans), 0)::int as run from pg_prepared_statements",
    );
    return rows[0] as { prepared: number; run: number };
  };
  // All on the one connection of the pool.
  const answer = readerOf({ pool: graph.store.pool }, { publicUrl: "http://127.0.0.1" });
  const askAll = async () => {
    for (const [, query] of ofRows)
      expect((await answer({ document: parse(query), variables: {} })).errors).toBeUndefined();
  };
  await askAll();
  const before = await count();
  await askAll();
  expect(await count()).toEqual({ prepared: before.prepared, run: before.run + ofRows.length });
});

test("a thing that is not there takes one statement more, for near ones", async () => {
  sent.length = 0;
  const { errors } = await graph.answer(`{ city(slug: "shanghay-cn") { name } }`);
  expect(errors).toHaveLength(1);
  expect(sent).toHaveLength(2);
});

test("every field of every type of a city, and all that leads away from it, is one statement", async () => {
  sent.length = 0;
  await graph.ask(`query {
    city(slug: "shanghai-cn") {
      name aliases country { name cities(first: 3) { totalCount } } location { latitude } externalIds { id }
      placements { totalCount nodes { rank citation(style: APA) edition { ranking { name } } evidence { claims { text source { title } } } } }
      wins { nodes { category edition { award { name } } } }
      expoEditions { nodes { year exhibitors { text evidence { status } } } }
      initiatives { nodes { name } } statements { nodes { text } } observations { nodes { text } } population { text }
    }
    contested(about: "City:shanghai-cn") { nodes { spread fact { id } } }
    search(text: "shanghai") { nodes { name } }
    graph { revision counts { kind count } }
  }`);
  expect(sent).toHaveLength(1);
});

// At the end, since they read side by side: each connection more that they open is told its settings.
test.each(ofMore)(
  "%s reads a few times, however many rows it is reckoned from, and no oftener the second time",
  async (_place, query) => {
    const counts: number[] = [];
    for (const _time of ["first", "second"]) {
      sent.length = 0;
      expect((await graph.answer(query)).errors).toBeUndefined();
      const read = sent.filter((text) => !text.startsWith("set application_name"));
      expect(read.filter((text) => !text.startsWith("select "))).toEqual([]);
      counts.push(read.length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[0]).toBeLessThanOrEqual(16);
    expect(counts[1]).toBeLessThanOrEqual(counts[0]!);
  },
  60_000,
);
