import * as fc from "fast-check";
import { type DocumentNode, Kind, parse, visit } from "graphql";
import { readerOf } from "../../src/app";
import { RawJson } from "../../src/graph/raw-json";
import { often } from "../support/often";
import { type OwnWorld, world } from "../support/world";
import { operations } from "./operations/operation";
import { samplesOf } from "./operations/samples";
import { readRows } from "./oracle/rows";
import { states } from "./worlds/rich";

const [first, second] = states as [readonly string[], readonly string[]];

const latestOf = async (graph: OwnWorld) =>
  (await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }")).graph.revision;

/** The document with its revision, or the moment at which that was recorded, as a variable. */
function asked(query: string, by: "revision" | "date"): DocumentNode {
  const variable = { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: "then" } };
  const [definition] = (
    parse(`query ($then: ${by === "revision" ? "Int" : "Moment"}!) { x }`).definitions as never[]
  ).flatMap(({ variableDefinitions }: { variableDefinitions: never[] }) => variableDefinitions);
  return visit(parse(query), {
    OperationDefinition: ({ name, variableDefinitions = [], ...operation }) =>
      name?.value === "Asked"
        ? { ...operation, name, variableDefinitions: [...variableDefinitions, definition!] }
        : undefined,
    Directive: (directive) => {
      if (directive.name.value !== "asOf") return undefined;
      const name = { kind: Kind.NAME as const, value: by };
      return { ...directive, arguments: [{ kind: Kind.ARGUMENT, name, value: variable }] };
    },
  });
}

describe("an as-of answer", () => {
  let graph: OwnWorld;
  beforeAll(async () => {
    graph = await world();
    for (const state of [first, second, first]) await graph.load(...state);
    for (let n = 1; (await latestOf(graph)) < 20; n++) {
      await graph.load(...first.map((text) => text.replace("title: Report of the fair", `title: Report no ${n}`)));
    }
    // As if a revision had been recorded every day.
    await graph.store.pool.query(
      "update revisions set recorded_at = now() - interval '60 days' + number * interval '1 day'",
    );
  }, 120_000);
  afterAll(() => graph.close());

  test("is the same text for ever: 200 operations at each of 20 revisions, before and after the graph changes", async () => {
    const latest = await latestOf(graph);
    const revisions = Array.from({ length: 20 }, (_, i) => latest - i);
    const { rows: dates } = await graph.store.pool.query<{ number: number; recorded_at: Date }>(
      "select number, recorded_at from revisions",
    );
    const dateOf = new Map(dates.map(({ number, recorded_at }) => [number, recorded_at.toISOString()]));
    const read = readerOf(graph.store, { publicUrl: "https://citegraph.example" });
    const samples = samplesOf(await readRows(graph.store.pool));
    const questions = fc.sample(operations(samples, latest), { numRuns: often(200), seed: 20 }).map((question, i) => {
      const by: "revision" | "date" = i % 4 === 0 ? "date" : "revision";
      return { ...question, by, document: asked(question.query, by) };
    });
    const answers = async () => {
      const texts: string[] = [];
      for (const { document, variables, operationName, by } of questions) {
        for (const revision of revisions) {
          const then = by === "revision" ? revision : dateOf.get(revision);
          const { data, errors, extensions } = await read({
            document,
            operationName,
            variables: { ...variables, then },
          });
          texts.push(JSON.stringify([data instanceof RawJson ? data.text : data, errors, extensions]));
        }
      }
      return texts;
    };
    const before = await answers();
    const told = before.filter((text) => text.includes('"revision":'));
    expect(told.length).toBeGreaterThan(often(2_000));
    expect(new Set(before).size).toBeGreaterThan(often(1_000));
    await graph.load(
      ...second.map((text) =>
        text
          .replaceAll("rank: 1", "rank: 4")
          .replace(/ {2}- \{ slug: new-orleans-fr.*\n/, "  - { slug: nantes-fr, name: Nantes, country: fr }\n")
          .replace('name: "München"', "name: Minga")
          .replace("{ slug: show, name: Show }", "{ slug: show, name: Salon, aliases: [Show] }"),
      ),
    );
    await graph.load(...first.slice(0, 5));
    expect(await latestOf(graph)).toBeGreaterThan(latest + 5);
    const after = await answers();
    for (const [i, text] of before.entries()) if (after[i] !== text) expect([i, after[i]]).toEqual([i, text]);
  }, 240_000);

  test("is refused where there is none, saying what there is", async () => {
    const latest = await latestOf(graph);
    const refusal = async (directive: string, variables: Record<string, unknown> = {}) => {
      const names = Object.keys(variables).map((name) => `$${name}: ${name === "r" ? "Int" : "Moment"}`);
      const query = `query ${names.length > 0 ? `(${names.join(", ")})` : ""} @asOf(${directive}) { graph { revision } }`;
      const { data, errors } = await graph.answer(query, variables);
      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
      return [errors![0]!.extensions["code"], errors![0]!.message];
    };
    const none = (message: RegExp) => ["INVALID_AS_OF", expect.stringMatching(message)];
    const numbers = new RegExp(`no such revision; the graph has 1 to ${latest}, got`);
    expect(await refusal("revision: 100000")).toEqual(none(numbers));
    for (const r of [0, -1, latest + 1]) expect(await refusal("revision: $r", { r })).toEqual(none(numbers));
    expect(await refusal('date: "1999-12-31"')).toEqual(
      none(/the first was recorded at 20.*, after 1999-12-31 was over/),
    );
    expect(await refusal('date: "2199"')).toEqual(
      none(/a day that is over in UTC.*got 2199.*latest revision, \d+, by its number/),
    );
    for (const d of ["9999", "9999-12", "9999-12-31", "9999-12-31T23:59-05:00"])
      expect(await refusal("date: $d", { d })).toEqual(none(/a day that is over in UTC/));
    for (const d of ["0000", "0000-06-01T00:00Z", "0000-01-01T00:00+05:00"])
      expect(await refusal("date: $d", { d })).toEqual(none(/the first was recorded at/));
    expect(await refusal("date: $d", { d: new Date().toISOString() })).toEqual(none(/a moment that is past/));
    expect(await refusal('revision: 1, date: "2024"')).toEqual(none(/one of them/));
    expect(await refusal("revision: $r, date: $d", { r: null, d: null })).toEqual(none(/one of them/));
    for (const d of ["2024-02-30", "2024-02-03T10:30", "2024-02-03T25:00Z", "yesterday", ""]) {
      const { errors } = await graph.answer("query ($d: Moment!) @asOf(date: $d) { graph { revision } }", { d });
      expect(errors![0]!.message).toMatch(/Moment expects a day, month or year, in UTC/);
      expect(errors![0]!.extensions["code"]).toBe("BAD_USER_INPUT");
    }
  });

  test("knows only changes after a revision that there is", async () => {
    const latest = await latestOf(graph);
    const since = async (number: number, directive = "") => {
      const query = `query ($n: Int) ${directive} { changes(since: $n) { totalCount } }`;
      const { data, errors } = await graph.answer(query, { n: number });
      return errors ? [data, errors[0]!.path, errors[0]!.extensions["code"], errors[0]!.message] : data;
    };
    const refused = (most: number, got: number, hint = "") => [
      null,
      ["changes"],
      "INVALID_AS_OF",
      `\`since\` expects a revision that there is, 0 to ${most}, got ${got}${hint}`,
    ];
    const another = "; this may be another graph than the one you followed";
    expect(await since(latest)).toEqual({ changes: { totalCount: 0 } });
    expect(await since(latest + 1)).toEqual(refused(latest, latest + 1, another));
    expect(await since(-1)).toEqual(refused(latest, -1));
    expect(await since(3, "@asOf(revision: 3)")).toEqual({ changes: { totalCount: 0 } });
    expect(await since(4, "@asOf(revision: 3)")).toEqual(refused(3, 4, another));
  });

  test("of an empty graph there is none", async () => {
    const empty = await world();
    const { errors } = await empty.answer("query @asOf(revision: 1) { graph { revision } }");
    expect(errors![0]!.message).toBe("@asOf: the graph is empty, it has no revision yet");
    await empty.close();
  });

  test("tells its revision, whatever is asked", async () => {
    const revisionOf = async (query: string) => (await graph.answer(query)).extensions;
    for (const asks of [
      "graph { revision }",
      "__typename",
      "__schema { queryType { name } }",
      "graph { revision } __schema { queryType { name } }",
    ]) {
      expect(await revisionOf(`query @asOf(revision: 3) { ${asks} }`)).toEqual({ revision: 3 });
      expect(await revisionOf(`{ ${asks} }`)).toEqual({ revision: await latestOf(graph) });
    }
    expect(
      (await graph.answer("query @asOf(revision: 100000) { __schema { queryType { name } } }")).errors,
    ).toHaveLength(1);
  });
});

describe("the graph may be asked as it was", () => {
  let own: OwnWorld;
  const one = (title: string) => `
source: { slug: one, kind: PRESS, title: ${title}, publisher: us, licence: X, licenceClass: UNCLEAR }
organisations: [{ slug: us, name: Us }]`;
  beforeAll(async () => {
    own = await world(one("One"));
    await own.load(one("Two"));
  }, 60_000);
  afterAll(() => own.close());

  test.each([
    ["on a day: when it ended in UTC", "2001-02-03", "2001-02-04T00:00:00Z"],
    ["in a month: when its last day ended", "2001-02", "2001-03-01T00:00:00Z"],
    ["in a year", "2000", "2001-01-01T00:00:00Z"],
    ["on a leap day", "2000-02-29", "2000-03-01T00:00:00Z"],
    ["at a moment in UTC, to the millisecond", "2001-02-03T10:30Z", "2001-02-03T10:30:00.001Z"],
    ["at a moment in another zone", "2001-02-03T10:30:15+05:30", "2001-02-03T05:00:15.001Z"],
  ])("%s", async (_what, date, end) => {
    const at = (moment: string) =>
      own.store.pool.query(
        "update revisions set recorded_at = case number when 1 then '1999-01-01' else $1::timestamptz end",
        [moment],
      );
    const titleThen = async () => {
      const { data, extensions } = await own.answer(
        'query ($date: Moment!) @asOf(date: $date) { source(slug: "one") { title } }',
        { date },
      );
      return [data, extensions];
    };
    await at(end);
    expect(await titleThen()).toEqual([{ source: { title: "One" } }, { revision: 1 }]);
    await at(new Date(Date.parse(end) - 1).toISOString());
    expect(await titleThen()).toEqual([{ source: { title: "Two" } }, { revision: 2 }]);
  });
});

test("a revision is dated when it is committed, after the one before it", async () => {
  const graph = await world();
  const { pool } = graph.store;
  const [early, late] = [await pool.connect(), await pool.connect()];
  const record = (number: number) =>
    `insert into revisions (number, source, added, changed, retracted) values (${number}, 'x', 0, 0, 0)`;
  await early.query("begin");
  // What began first waits for its turn.
  await late.query(`begin; ${record(1)}; commit`);
  await early.query(record(2));
  await early.query("commit");
  for (const client of [early, late]) client.release();
  const { rows } = await pool.query(
    "select recorded_at > lag(recorded_at) over (order by number) as later from revisions",
  );
  expect(rows).toEqual([{ later: null }, { later: true }]);
  await graph.close();
});
