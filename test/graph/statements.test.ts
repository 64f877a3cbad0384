import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, OperationTypeNode, parse, validate, visit } from "graphql";
import { Client } from "pg";
import { schema } from "../../src/app";
import { reckoned } from "../../src/insights";
import { shipped, type World } from "../support/world";

const root = join(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

/** Every query that the documentation and the playground show, by where it stands. */
const examples = [
  ...filesIn("web/examples", ".graphql").map((path) => [path, read(path)] as const),
  ...["README.md", "CHANGELOG.md", ...filesIn("docs", ".md").filter(isOfWhatShips)].flatMap((path) => {
    const sent = [...read(path).matchAll(/-d '(\{"query".*?\})'/gs)].map(
      ([, body]) => JSON.parse(body!).query as string,
    );
    const blocks = [...read(path).matchAll(/```graphql\n(.*?)```/gs)].map(([, block]) => block!);
    return [...sent, ...blocks.filter(isQuery)].map((query, i) => [`${path}, ${i + 1}`, query] as const);
  }),
];

/** A page that tells of a graph of its own has a test of its own, which counts its statements. */
function isOfWhatShips(path: string): boolean {
  return path !== "docs/time.md";
}

/** What is reckoned from more than its row reads more than once: root fields, and fields that look beyond their row. */
const reckonedFields = new Set([...reckoned.map(({ field }) => field), "projection", "record"]);

function isReckoned(query: string): boolean {
  const names: string[] = [];
  visit(parse(query), { Field: ({ name }) => void names.push(name.value) });
  return names.some((name) => reckonedFields.has(name));
}

function isQuery(block: string): boolean {
  try {
    const [first] = parse(block).definitions;
    return first?.kind === Kind.OPERATION_DEFINITION && first.operation === OperationTypeNode.QUERY;
  } catch {
    return false;
  }
}

/** What any client of this process sends to a server, whoever sends it. */
const sent: string[] = [];
const { query: send } = Client.prototype;
beforeAll(() => {
  Client.prototype.query = function (this: Client, ...args: [{ text?: string } | string]) {
    sent.push(typeof args[0] === "string" ? args[0] : (args[0].text ?? ""));
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

const ofRows = examples.filter(([, query]) => !isReckoned(query));
const ofMore = examples.filter(([, query]) => isReckoned(query));

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
  const before = await count();
  for (const [, query] of ofRows) await graph.ask(query);
  expect(await count()).toEqual({ prepared: before.prepared, run: before.run + ofRows.length });
});

test.each(ofMore)("%s reads a few times, however many rows it is reckoned from", async (_place, query) => {
  sent.length = 0;
  const { errors } = await graph.answer(query);
  expect(errors).toBeUndefined();
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.length).toBeLessThanOrEqual(16);
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
