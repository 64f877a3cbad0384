import { GraphQLError, parse, validate } from "graphql";
import { type Answer } from "../../src/graph/answer";
import { badInput } from "../../src/graph/bad-input";
import { type Computed } from "../../src/graph/model";
import { RawJson } from "../../src/graph/raw-json";
import { createReader } from "../../src/graph/read/reader";
import { type Reckoned, Stored } from "../../src/graph/reckoned";
import { createSchema } from "../../src/graph/schema";
import { citationSdl, citations } from "../../src/insights/citations";
import { inThisThread } from "../../src/insights/work/in-this-thread";
import { declarations, edges, graphTypes } from "../../src/knowledge";
import { City } from "../../src/knowledge/cities/city";
import { GraphQuery } from "../../src/knowledge/graph";
import { createRun } from "../../src/store/run";
import { type OwnWorld, world } from "../support/world";

const sdl = `
"Cities by the length of their names."
type Lengths {
  "The letters of all." letters: Int!
  "The revision." revision: Int!
  "By city." cities(first: Int): [Length!]!
  "Fails." failing: Int
}
"How long a name is."
type Length { "How long it is." length: Int! "The city." city: City! "One that is not there." missing: City }
`;

let recordAfterReading: (() => Promise<unknown>) | undefined;

const lengths: Reckoned = {
  field: "lengths",
  sdl: "(least: Int! = 0): Lengths",
  description: "How long the names of cities are.",
  reckon: async ({ least }: { least: number }, { read, revision }) => {
    if (least < 0) throw badInput(`\`least\` expects 0 or more, got ${least}`);
    const { cities } = await read<{ cities: { nodes: { id: string; name: string }[] } }>(
      "query ($first: Int) { cities(first: $first, orderBy: [{ field: NAME }]) { nodes { id name } } }",
      { first: 100 },
    );
    await recordAfterReading?.();
    const long = cities.nodes.filter(({ name }) => name.length >= least);
    return {
      letters: long.reduce((sum, { name }) => sum + name.length, 0),
      revision,
      cities: async ({ first = 50 }: { first?: number }) =>
        long.slice(0, first).map(({ id, name }) => ({
          length: name.length,
          city: new Stored(id),
          missing: new Stored("City:nowhere-xx"),
        })),
      failing: () => {
        throw new GraphQLError("this cannot be told");
      },
    };
  },
} as Reckoned;

const initial: Computed = {
  owner: City,
  field: "lengthOfName",
  sdl: ": Length",
  description: "How long its name is.",
  needs: "{ id name }",
  compute: ({ id, name }) => {
    if (name === "Zurich") throw new GraphQLError("Zurich is not measured");
    return { length: String(name).length, city: new Stored(String(id)) };
  },
};

const { schema, model } = createSchema({
  resolvers: [GraphQuery],
  types: graphTypes,
  declarations,
  edges,
  computed: [...citations, initial],
  reckoned: [lengths],
  sdl: [citationSdl, sdl].join("\n"),
});

const named = (...names: string[]) => `
source: { slug: gazette, title: Gazette, publisher: gazette, kind: COMPILATION, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: gazette, name: Gazette }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]
cities: [${names.map((name) => `{ slug: ${name.toLowerCase()}-ch, name: ${name}, country: ch }`)}]`;

let graph: OwnWorld;
let ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer & { json: unknown }>;
beforeAll(async () => {
  graph = await world();
  await graph.load(named("Zurich", "Bern"));
  const read = createReader({
    schema,
    model,
    reckoned: [lengths],
    run: createRun(graph.store.pool),
    near: async () => [],
    surroundings: { publicUrl: "https://citegraph.example" },
    work: inThisThread,
  });
  ask = async (query, variables = {}) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const answer = await read({ document, variables });
    return { ...answer, json: answer.data instanceof RawJson ? JSON.parse(answer.data.text) : answer.data };
  };
}, 60_000);
afterAll(() => graph.close());

const byFirst = `{ lengths { letters revision cities(first: 1) { length it: city { slug country { iso2 } } missing { name } } } }`;

test("what is reckoned is answered as asked, with stored rows read in one statement", async () => {
  expect(
    (await ask('{ bern: city(slug: "bern-ch") { name } __typename lengths { __typename letters } }')).json,
  ).toEqual({
    bern: { name: "Bern" },
    __typename: "Query",
    lengths: { __typename: "Lengths", letters: 10 },
  });
  expect((await ask(byFirst)).json).toMatchObject({
    lengths: { letters: 10, cities: [{ length: 4, it: { slug: "bern-ch", country: { iso2: "CH" } }, missing: null }] },
  });
});

test("arguments, variables and fragments reach it", async () => {
  const query = `query ($least: Int!, $named: Boolean!) { lengths(least: $least) { ...l } }
    fragment l on Lengths { letters cities { city { slug name @include(if: $named) } } }`;
  const [long, all] = [await ask(query, { least: 5, named: true }), await ask(query, { least: 0, named: false })];
  expect(long.json).toEqual({ lengths: { letters: 6, cities: [{ city: { slug: "zurich-ch", name: "Zurich" } }] } });
  expect(all.json).toEqual({
    lengths: { letters: 10, cities: [{ city: { slug: "bern-ch" } }, { city: { slug: "zurich-ch" } }] },
  });
});

test("a field that cannot be reckoned is null, with its path", async () => {
  const { json, errors } = await ask("{ lengths { failing letters } wrong: lengths(least: -1) { letters } }");
  expect(json).toEqual({ lengths: { failing: null, letters: 10 }, wrong: null });
  expect(errors!.map(({ message, path, extensions: { code } }) => [message, path, code])).toEqual([
    ["`least` expects 0 or more, got -1", ["wrong"], "BAD_USER_INPUT"],
    ["this cannot be told", ["lengths", "failing"], undefined],
  ]);
});

test("a type with fields may be reckoned from a row, for each row of a list", async () => {
  const { json, errors } = await ask(
    "{ cities(orderBy: [{ field: NAME }]) { nodes { name lengthOfName { length city { slug } } } } }",
  );
  expect(json).toEqual({
    cities: {
      nodes: [
        { name: "Bern", lengthOfName: { length: 4, city: { slug: "bern-ch" } } },
        { name: "Zurich", lengthOfName: null },
      ],
    },
  });
  expect(errors).toMatchObject([{ message: "Zurich is not measured", path: ["cities", "nodes", 1, "lengthOfName"] }]);
});

test("all of an answer is of one revision, though others are recorded meanwhile, and is the same as of it later", async () => {
  const before = (await ask(byFirst)).extensions!["revision"] as number;
  recordAfterReading = () => graph.load(named("Zurich", "Bern", "Aarau"));
  const meanwhile = await ask(byFirst);
  recordAfterReading = undefined;
  expect(meanwhile.json).toMatchObject({ lengths: { letters: 10, revision: before } });
  const later = await ask(byFirst);
  expect(later.json).toMatchObject({ lengths: { letters: 15 } });
  expect((await ask(`query @asOf(revision: ${before}) ${byFirst}`)).json).toEqual(meanwhile.json);
});

test("licences are told of what it was reckoned from", async () => {
  const { extensions } = await ask(`query @licences { lengths { letters } }`);
  expect(extensions!["licences"]).toMatchObject([{ licence: "CC0-1.0", sources: [{ slug: "gazette" }] }]);
});
