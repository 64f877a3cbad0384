import { readFileSync } from "node:fs";
import { get, type IncomingMessage, request } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { type FastifyInstance } from "fastify";
import { getNamedType, isInterfaceType, isLeafType, isObjectType } from "graphql";
import { createApp, schema } from "../../src/app";
import { type Cell, readCsv } from "../support/csv";
import { type OwnWorld, shipped, type World, world } from "../support/world";

const publicUrl = "https://citegraph.example";

let graph: World;
let server: FastifyInstance;
beforeAll(async () => {
  graph = await shipped();
  server = await createApp(graph.store, { logLevel: "silent", publicUrl });
  await server.listen({ host: "127.0.0.1", port: 0 });
}, 120_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

interface Got {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

const addressOf = (path: string, of = server) => `http://127.0.0.1:${(of.server.address() as AddressInfo).port}${path}`;

/** An address with parameters as they are written here. */
const asked = (path: string, parameters: Record<string, string> = {}) => {
  const query = new URLSearchParams(parameters).toString();
  return query ? `${path}?${query}` : path;
};

function fetched(path: string, headers: Record<string, string> = {}, method = "GET", of = server): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asking = request(addressOf(path, of), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });
}

type Row = Record<string, unknown>;

async function rowsOf(kind: string, parameters: Record<string, string> = {}, of = server): Promise<Row[]> {
  const { status, body } = await fetched(asked(`/export/${kind}.jsonl`, parameters), {}, "GET", of);
  if (status !== 200) throw new Error(body.toString());
  const lines = body.toString("utf8").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line) as Row);
}

async function tableOf(kind: string, parameters: Record<string, string> = {}, of = server) {
  const { status, body } = await fetched(asked(`/export/${kind}.csv`, parameters), {}, "GET", of);
  if (status !== 200) throw new Error(body.toString());
  const [head, ...lines] = readCsv(body.toString("utf8"));
  return { head: head!.map(({ text }) => text), lines };
}

interface Kind {
  name: string;
  description: string;
  csv: string;
  columns: { name: string; path: string[]; type: string; description: string }[];
  parameters: { name: string; type: string }[];
}

async function kindsOf(): Promise<Kind[]> {
  const { body } = await fetched("/export");
  return (JSON.parse(body.toString()) as { kinds: Kind[] }).kinds;
}

/** The value at a path, null where the way breaks off. */
const at = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value === null ? null : (value as Row)[key]), row);

/** A selection that asks the graph for just what some values of a type hold. */
function selectionOf(typeName: string, values: readonly Row[]): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${typeName} has no fields`);
  const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
  const fields = keys.map((key) => {
    const field = type.getFields()[key];
    if (!field) return `... on Thing { ${key} }`;
    const below = getNamedType(field.type);
    if (isLeafType(below)) return key;
    const inner = values.flatMap((value) => value[key] ?? []).filter((value) => value !== null) as Row[];
    return inner.length === 0 ? "" : `${key} ${selectionOf(below.name, inner)}`;
  });
  return `{ ${fields.join(" ")} }`;
}

/** The same row without what says nothing: names of what has none, parts that no row has. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(bare);
  if (typeof value !== "object") return value;
  if (value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (bare(part) === undefined ? [] : [[key, bare(part)]])),
  );
};

/** All rows of a root connection, page by page. */
async function connected(root: string, type: string, rows: readonly Row[]): Promise<Row[]> {
  const query = `query ($after: String) { ${root}(first: 500, after: $after) { nodes ${selectionOf(type, rows)} pageInfo { hasNextPage endCursor } } }`;
  const found: Row[] = [];
  for (let after: string | null = null; ; ) {
    type Page = { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    const page: Page = (await graph.ask<Record<string, Page>>(query, { after }))[root]!;
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

const roots = Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, type }) => {
  const list = getNamedType(type).name;
  return list.endsWith("Connection") && name !== "search" ? [[name, list.replace(/Connection$/, "")] as const] : [];
});

test("every list of the graph can be taken along, and so can claims", async () => {
  const names = (await kindsOf()).map(({ name }) => name);
  expect([...names].sort()).toEqual([...roots.map(([name]) => name), "claims"].sort());
});

test("columns are described, and their names differ", async () => {
  for (const { columns, description } of await kindsOf()) {
    expect(description).not.toBe("");
    expect(columns.filter((column) => column.description === "")).toEqual([]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  }
});

test("placements name their city, edition, evidence and source", async () => {
  const { head } = await tableOf("placements", { first: "0" });
  expect(head.join(" ")).toBe(
    "id edition editionRanking editionRankingName editionYear city cityName cityCountry cityCountryName rank score rating " +
      "dimensions evidenceStatus evidencePublishers source sourceTitle sourcePublisher sourcePublisherName sourceUrl " +
      "sourcePublished sourceRetrieved sourceLicence sourceLicenceClass recordedIn permalink",
  );
});

describe.each(roots)("%s", (root, type) => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await rowsOf(root);
  }, 60_000);

  test("as JSON Lines are what the graph answers, in its order", async () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(bare)).toEqual((await connected(root, type, rows)).map(bare));
  }, 120_000);

  test("as CSV are the same rows", async () => {
    const { columns } = (await kindsOf()).find(({ name }) => name === root)!;
    const { head, lines } = await tableOf(root, { exact: "true" });
    expect(head).toEqual(columns.map(({ name }) => name));
    expect(lines.length).toBe(rows.length);
    for (const [i, line] of lines.entries()) {
      expect(line.map((cell, j) => said(cell, columns[j]!.type, at(rows[i], columns[j]!.path)))).toEqual(
        columns.map(({ path }) => at(rows[i], path)),
      );
    }
  }, 120_000);
});

/** What a cell says, as JSON would say it. */
function said({ text, isQuoted }: Cell, type: string, like: unknown): unknown {
  if (text === "" && !isQuoted) return null;
  if (type === "JSON") return JSON.parse(text);
  if (typeof like === "number") return Number(text);
  return typeof like === "boolean" ? text === "true" : text;
}

test("claims are those of the graph", async () => {
  const source = "network-king-shanghai-smartest-city-2023";
  const rows = await rowsOf("claims", { where: `{source:{slug:{eq:"${source}"}}}` });
  const query = `{ source(slug: "${source}") { claims(first: 500) { nodes ${selectionOf("Claim", rows)} } } }`;
  const { source: found } = await graph.ask<{ source: { claims: { nodes: Row[] } } }>(query);
  const byId = (a: Row, b: Row) => (String(a["id"]) < String(b["id"]) ? -1 : 1);
  expect(rows.map(bare)).toEqual(found.claims.nodes.map(bare).sort(byId as never));
});

describe("asked with conditions", () => {
  const inGraph = async (query: string) =>
    Object.values(await graph.ask<Record<string, { nodes: Row[] }>>(query))[0]!.nodes.map(({ id }) => id);
  const ids = async (kind: string, parameters: Record<string, string>) =>
    (await rowsOf(kind, parameters)).map(({ id }) => id);

  test.each([
    ["a literal of GraphQL", '{city:{slug:{eq:"shanghai-cn"}},rank:{lte:10}}'],
    ["JSON", '{"city":{"slug":{"eq":"shanghai-cn"}},"rank":{"lte":10}}'],
  ])("where is %s", async (_how, where) => {
    const expected = await inGraph(
      '{ placements(first: 500, where: { city: { slug: { eq: "shanghai-cn" } }, rank: { lte: 10 } }) { nodes { id } } }',
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(await ids("placements", { where })).toEqual(expected);
  });

  test("orderBy goes over edges, up and down, and first counts", async () => {
    const expected = await inGraph(
      "{ placements(first: 40, orderBy: [{ field: CITY_NAME, direction: DESC }, { field: RANK }]) { nodes { id } } }",
    );
    const orderBy = "[{field:CITY_NAME,direction:DESC},{field:RANK}]";
    expect(await ids("placements", { orderBy, first: "40" })).toEqual(expected);
    expect(await ids("placements", { orderBy: '{"field":"SCORE","direction":"DESC"}', first: "3" })).toEqual(
      await inGraph("{ placements(first: 3, orderBy: { field: SCORE, direction: DESC }) { nodes { id } } }"),
    );
  });

  test("lists go by figures as in the graph", async () => {
    const [where, orderBy] = ['{indicator:{slug:"attendees"}}', '{indicator:"population-urban-centre",direction:DESC}'];
    expect(await ids("cities", { orderBy, first: "20" })).toEqual(
      await inGraph(`{ cities(first: 20, orderBy: ${orderBy}) { nodes { id } } }`),
    );
    expect(await ids("cities", { where })).toEqual(await inGraph(`{ cities(where: ${where}) { nodes { id } } }`));
  });

  test("a misspelt indicator is told", async () => {
    const { status, body } = await fetched(asked("/export/cities.csv", { orderBy: '{indicator:"attendee"}' }));
    expect([status, JSON.parse(body.toString()).errors[0].message]).toEqual([
      400,
      "no indicator `attendee`; did you mean `attendees`?",
    ]);
  });

  test("arguments of the list itself may be bare words", async () => {
    const expected = await inGraph(
      '{ contested(first: 500, kinds: ["observations", "placements"], about: "City:shanghai-cn") { nodes { id } } }',
    );
    expect(await ids("contested", { kinds: "observations,placements", about: "City:shanghai-cn" })).toEqual(expected);
    expect(await ids("contested", { kinds: '["observations", "placements"]', about: '"City:shanghai-cn"' })).toEqual(
      expected,
    );
    expect(await ids("changes", { since: "100", first: "5" })).toEqual(
      await inGraph("{ changes(since: 100, first: 5) { nodes { id } } }"),
    );
  });

  test("nothing that meets them is an empty list, not a fault", async () => {
    const where = '{city:{slug:{eq:"nowhere-xx"}}}';
    expect(await rowsOf("placements", { where })).toEqual([]);
    const { head, lines } = await tableOf("placements", { where });
    expect([head[0], lines]).toEqual(["id", []]);
  });
});

describe("headers", () => {
  test("say what comes, under what name, and of which revision", async () => {
    const { headers } = await fetched("/export/awards.csv");
    const { graph: now } = await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }");
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="citegraph-awards-${now.revision}.csv"`,
      "x-citegraph-revision": String(now.revision),
      "cache-control": "no-cache",
    });
    expect((await fetched("/export/awards.jsonl")).headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
  });

  test("HEAD has them and no body", async () => {
    const full = await fetched("/export/awards.csv");
    const head = await fetched("/export/awards.csv", {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const { date: _, "x-request-id": __, "transfer-encoding": ___, ...expected } = full.headers;
    expect(head.headers).toMatchObject(expected);
  });

  test("who has it already is told so", async () => {
    const { headers } = await fetched("/export/awards.csv");
    const again = await fetched("/export/awards.csv", { "if-none-match": headers.etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await fetched("/export/awards.jsonl", { "if-none-match": headers.etag! })).status).toBe(200);
    expect((await fetched("/export/awards.csv?first=1", { "if-none-match": headers.etag! })).status).toBe(200);
  });

  test.each(["csv", "jsonl"])("%s comes compressed when that is asked for", async (format) => {
    const { headers, body } = await fetched(`/export/sources.${format}`, { "accept-encoding": "gzip" });
    expect([headers["content-encoding"], headers.vary]).toEqual(["gzip", expect.stringContaining("accept-encoding")]);
    expect(gunzipSync(body)).toEqual((await fetched(`/export/sources.${format}`)).body);
  });

  test("a browser is shown what there is, with every column", async () => {
    const { headers, body } = await fetched("/export/", { accept: "text/html,*/*;q=0.8" });
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    for (const [root] of roots) expect(body.toString()).toContain(`href="/export/${root}.csv"`);
    expect(body.toString()).toContain("<code>sourceLicenceClass</code>");
  });
});

describe("docs/export.md", () => {
  const docs = readFileSync(join(__dirname, "../../docs/export.md"), "utf8");
  const commands = [...docs.matchAll(/^curl -sg 'http:\/\/127\.0\.0\.1:4000([^']+)'(.*)$/gm)].map(
    ([, path, rest]) => [path!, rest!] as const,
  );

  test("has examples", () => expect(commands).toHaveLength(5));

  test.each(commands)("%s answers rows", async (path, rest) => {
    const { status, body } = await fetched(encodeURI(path));
    expect(status).toBe(200);
    const lines = body.toString("utf8").trimEnd().split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(1);
    if (rest === "") return;
    // `cut -d, -f1-5` of lines that have no comma within quotes so far.
    const answer = /```text\n(.*?)\n```/s.exec(docs)![1]!;
    expect(lines.map((line) => line.split(",").slice(0, 5).join(",")).join("\n")).toBe(answer);
  });
});

describe("refused", () => {
  async function refusal(path: string, method = "GET") {
    const { status, body, headers } = await fetched(path, { "x-request-id": "r-1" }, method);
    const { errors } = JSON.parse(body.toString()) as { errors: { message: string; extensions: Row }[] };
    return { status, headers, messages: errors.map(({ message }) => message), extensions: errors[0]!.extensions };
  }

  test.each([
    [
      "/export/placement.csv",
      "There is no export `placement`; did you mean /export/placements.csv or /export/statements.csv?",
    ],
    ["/export/atlantis.csv", "There is no export `atlantis`; /export says what there is"],
    ["/export/placements", "/export/placements ends in .csv or .jsonl; /export says what there is"],
    ["/export/placements.xlsx", "/export/placements ends in .csv or .jsonl; /export says what there is"],
  ])("%s is not there", async (path, message) => {
    const { status, messages, extensions } = await refusal(path);
    expect([status, messages]).toEqual([404, [message]]);
    expect(extensions).toEqual({ code: "NOT_FOUND", requestId: "r-1" });
  });

  const known = "where, orderBy, first, asOf, revision, date, exact";
  test.each<[string, Record<string, string>, string[]]>([
    [
      "a misspelt field",
      { where: "{citty:{slug:{eq:1}}}" },
      ['where.citty: Field "citty" is not defined by type "PlacementFilter". Did you mean "city"?'],
    ],
    ["text for a number", { where: '{rank:{eq:"x"}}' }, ['where.rank.eq: expected a whole number, got "x"']],
    [
      "a condition that is none",
      { where: '"shanghai"' },
      ['where: Expected type "PlacementFilter" to be an object. Got "shanghai".'],
    ],
    ["text that breaks off", { where: "{city:" }, ["where: Syntax Error: Unexpected <EOF>."]],
    ["a variable", { where: "{city:$city}" }, ['where: Syntax Error: Unexpected variable "$city" in constant value.']],
    [
      "a field twice",
      { where: "{rank:{gte:1},rank:{lte:2}}" },
      ["where: expected each field once, got `rank` twice; join conditions with `and`"],
    ],
    [
      "depths",
      { where: `${"{not:".repeat(30)}{}${"}".repeat(30)}` },
      ["where: expected conditions at most 25 deep, got deeper ones"],
    ],
    [
      "an unknown order",
      { orderBy: "{field:RNAK}" },
      [
        'orderBy.field: Value "RNAK" does not exist in "PlacementOrderField" enum. Did you mean the enum value "RANK"? Got "RNAK".',
      ],
    ],
    ["fewer rows than none", { first: "-1" }, ["first: expected 0 or more, got -1"]],
    ["rows that cannot be counted", { first: "ten" }, ['first: expected a whole number, got "ten"']],
    ["a revision and a date", { revision: "1", date: "2020" }, ["revision: expected `revision` or `date`, got both"]],
    ["a date that is none", { date: "2020-13" }, [expect.stringContaining("date: ") as unknown as string]],
    ["a page", { after: "abc" }, [`after: expected one of ${known}; an export is the whole list, without pages`]],
    ["an unknown parameter", { were: "{}" }, [`were: expected one of ${known}. Did you mean "where"?`]],
    ["exactness of no kind", { exact: "maybe" }, ['exact: expected true or false, got "maybe"']],
    [
      "several at once",
      { where: "{rank:{eq:true},city:{nme:{eq:1}}}", first: "-2", limit: "3" },
      [
        'where.city.nme: Field "nme" is not defined by type "CityFilter". Did you mean "name" or "not"?',
        "where.rank.eq: expected a whole number, got true",
        "first: expected 0 or more, got -2",
        `limit: expected one of ${known}. Did you mean "first"?`,
      ],
    ],
  ])("%s", async (_what, parameters, expected) => {
    const { status, messages, extensions } = await refusal(asked("/export/placements.csv", parameters));
    expect([status, messages.sort()]).toEqual([400, expected.sort()]);
    expect(extensions).toEqual({ code: "BAD_USER_INPUT", path: expect.any(String), requestId: "r-1" });
  });

  test("a parameter given twice", async () => {
    const { status, messages } = await refusal("/export/placements.csv?first=1&first=2");
    expect([status, messages]).toEqual([400, ["first: expected once, got it 2 times"]]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      "a revision that is not there",
      { revision: "1000000" },
      /there is no such revision; the graph has 1 to \d+, got 1000000$/,
    ],
    [
      "a day that is not over",
      { date: "2199" },
      /expected a day that is over in UTC, or a moment that is past, got 2199/,
    ],
  ])("%s", async (_what, parameters, message) => {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers } = await fetched(asked("/export/awards.csv", parameters), {}, method);
      expect([status, headers["content-type"]]).toEqual([400, "application/json; charset=utf-8"]);
    }
    const { messages, extensions } = await refusal(asked("/export/awards.csv", parameters));
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(extensions).toMatchObject({ code: "INVALID_AS_OF" });
  });

  test("changes since a revision that is not there", async () => {
    const { status, messages, extensions } = await refusal(asked("/export/changes.csv", { since: "1000000" }));
    expect([status, messages]).toEqual([
      400,
      [expect.stringMatching(/^`since` expects a revision that there is, 0 to \d+, got 1000000;/)],
    ]);
    expect(extensions).toMatchObject({ code: "INVALID_AS_OF" });
  });

  test.each(["POST", "PUT", "DELETE"])("%s", async (method) => {
    const { status, headers, extensions } = await refusal("/export/placements.csv", method);
    expect([status, headers.allow, extensions["code"]]).toEqual([405, "GET, HEAD", "METHOD_NOT_ALLOWED"]);
  });
});

describe("on its way", () => {
  const big = "/export/claims.jsonl";
  const ofExports =
    "from pg_stat_activity where application_name = 'citegraph export' and datname = current_database()";

  async function exportsLeft(expected: number): Promise<number> {
    for (let left = 100; ; left--) {
      const { rows } = await graph.store.pool.query<{ n: number }>(`select count(*)::int as n ${ofExports}`);
      if (rows[0]!.n === expected || left === 0) return rows[0]!.n;
      await pause(50);
    }
  }

  /** A download that stands still after its first bytes. */
  const begun = (path: string, headers = {}, localAddress = "127.0.0.1") =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const asking = get(addressOf(path), { headers, localAddress }, (response) => {
        response.once("data", () => {
          response.pause();
          resolve(response);
        });
      });
      asking.on("error", reject);
    });

  test.each(["identity", "gzip"])("a download that is given up gives its connection back (%s)", async (encoding) => {
    const response = await begun(big, { "accept-encoding": encoding });
    response.on("error", () => undefined);
    response.destroy();
    expect(await exportsLeft(0)).toBe(0);
  });

  test.each(["identity", "gzip"])("a list that breaks off does not pass for a whole one (%s)", async (encoding) => {
    const response = await begun(big, { "accept-encoding": encoding });
    await graph.store.pool.query(`select pg_terminate_backend(pid) ${ofExports}`);
    const ended = new Promise<string>((resolve) => {
      response.on("end", () => resolve("whole"));
      response.on("error", () => resolve("broken"));
    });
    response.resume();
    expect(await ended).toBe("broken");
    expect(await exportsLeft(0)).toBe(0);
  });

  test("a fourth at once is told to come again", async () => {
    const other = "127.0.0.2";
    const three = await Promise.all([begun(big), begun(big, {}, other), begun(big, {}, other)]);
    const { status, headers, body } = await fetched("/export/awards.csv");
    for (const response of three) response.on("error", () => undefined).destroy();
    expect([status, headers["retry-after"]]).toEqual([503, "30"]);
    expect(JSON.parse(body.toString()).errors[0].extensions.code).toBe("TOO_MANY_EXPORTS");
    expect(await exportsLeft(0)).toBe(0);
    expect((await fetched("/export/awards.csv")).status).toBe(200);
  });

  test("a third at once of one address is told to come again, while another's is read", async () => {
    const two = await Promise.all([begun(big), begun(big)]);
    const { status, headers, body } = await fetched("/export/awards.csv");
    expect([status, headers["retry-after"]]).toEqual([429, "30"]);
    const { message, extensions } = JSON.parse(body.toString()).errors[0];
    expect(message).toMatch(/^2 exports are being read from your address/);
    expect(extensions).toEqual({ code: "TOO_MANY_EXPORTS", requestId: expect.any(String) });
    const other = await begun("/export/awards.csv", {}, "127.0.0.2");
    expect(other.statusCode).toBe(200);
    for (const response of [...two, other]) response.on("error", () => undefined).destroy();
    expect(await exportsLeft(0)).toBe(0);
    expect((await fetched("/export/awards.csv")).status).toBe(200);
  });
});

describe("on a graph of its own", () => {
  const file = (title: string, name: string) => `
source: { slug: one, kind: COMPILATION, title: ${JSON.stringify(title)}, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: ${JSON.stringify(name)}, aliases: ["=1+1", 'a "b", c'] }]
`;
  let own: OwnWorld;
  let app: FastifyInstance;
  beforeAll(async () => {
    own = await world(file('=HYPERLINK("x")', 'two\r\nlines, "quoted" ✓'));
    app = await createApp(own.store, { logLevel: "silent", publicUrl });
    await app.listen({ host: "127.0.0.1", port: 0 });
    await own.load(file("'@already", "-5 °C"));
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await own.close();
  });

  const namesOf = async (parameters: Record<string, string>) => {
    const { head, lines } = await tableOf("organisations", parameters, app);
    return lines.map((line) => ["name", "aliases", "sourceTitle", "url"].map((column) => line[head.indexOf(column)]));
  };
  const quoted = (text: string) => ({ text, isQuoted: true });
  const none = { text: "", isQuoted: false };

  test("text that a spreadsheet would reckon with is marked, and nothing else is changed", async () => {
    const aliases = quoted('["=1+1","a \\"b\\", c"]');
    expect(await namesOf({})).toEqual([[quoted("'-5 °C"), aliases, quoted("''@already"), none]]);
    expect(await namesOf({ exact: "true" })).toEqual([[quoted("-5 °C"), aliases, quoted("'@already"), none]]);
    expect(await namesOf({ revision: "1" })).toEqual([
      [quoted('two\r\nlines, "quoted" ✓'), aliases, quoted('\'=HYPERLINK("x")'), none],
    ]);
  });

  test("as of a revision is as it was, for ever", async () => {
    const path = "/export/organisations.jsonl?revision=1";
    const { headers, body } = await fetched(path, {}, "GET", app);
    expect(headers).toMatchObject({
      "x-citegraph-revision": "1",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(JSON.parse(body.toString())).toMatchObject({
      name: 'two\r\nlines, "quoted" ✓',
      aliases: ["=1+1", 'a "b", c'],
      source: { title: '=HYPERLINK("x")' },
      permalink: "https://citegraph.example/organisation/us",
    });
    expect((await fetched("/export/organisations.jsonl?asOf=1", {}, "GET", app)).body.toString()).toBe(body.toString());
    expect((await rowsOf("organisations", { revision: "2" }, app))[0]).toMatchObject({ name: "-5 °C", recordedIn: 2 });
  });
});
