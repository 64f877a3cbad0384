import { brotliCompressSync, gzipSync } from "node:zlib";
import { dust, fresh, type PartnerWorld, partnerWorld } from "../../partners/world";

// The OWASP GraphQL cheat sheet, a test for each of its lines.

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const codeOf = async (query: string, variables = {}) =>
  (await graph.send(query, variables)).body.errors?.[0]?.extensions.code;

describe("input validation", () => {
  test("scalars and enums are checked by their types", async () => {
    expect(await codeOf('{ city(slug: "No Slug!") { name } }')).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await codeOf("query ($n: Int) { cities(first: $n) { totalCount } }", { n: "many" })).toBe("BAD_USER_INPUT");
    expect(await codeOf('{ search(text: "a", kinds: [Robot]) { totalCount } }')).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test.each(["'; drop table cities; --", "' or '1'='1", "$1", "\\", '"', "%", "{{7*7}}", "../../etc/passwd", "\u202e"])(
    "what is asked for reaches Postgres as a value, never as a statement: %s",
    async (text) => {
      const { body } = await graph.send(
        "query ($t: String!) { search(text: $t) { totalCount } cities(where: { name: { eq: $t } }) { totalCount } exact: cities(where: { name: { in: [$t] } }) { totalCount } }",
        { t: text },
      );
      expect(body.errors).toBeUndefined();
      expect(body.data).toMatchObject({ cities: { totalCount: 0 }, exact: { totalCount: 0 } });
      expect((await graph.send("{ cities { totalCount } }")).body.data).toEqual({ cities: { totalCount: 2 } });
    },
  );

  test("what a partner says is stored as said, and shown as text", async () => {
    const title = "<script>alert(1)</script>";
    const slug = fresh().slug;
    await graph.submit({ source: { ...fresh(), slug, title }, observations: [dust("2019", 8)] });
    const page = await graph.server.inject({ url: `/source/${slug}`, headers: { accept: "text/html" } });
    expect(page.payload).not.toContain("<script>alert");
    expect(page.payload).toContain("&lt;script&gt;alert(1)");
  });

  test("`__proto__` in variables changes nothing", async () => {
    const payload =
      '{"query":"query ($where: CityFilter) { cities(where: $where) { totalCount } }","variables":{"where":{"__proto__":{"polluted":1}}}}';
    const { statusCode } = await graph.server.inject({
      method: "POST",
      url: "/graphql",
      payload,
      headers: { "content-type": "application/json" },
    });
    expect(statusCode).toBe(400);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("denial of service", () => {
  test("depth is limited", async () => {
    expect(
      await codeOf(
        `{ cities { nodes { country ${"{ cities { nodes { country ".repeat(9)} { name } ${"} } } ".repeat(9)} } } }`,
      ),
    ).toBe("QUERY_TOO_DEEP");
  });

  test("amount is limited: pages, ids, aliases, and how much is written", async () => {
    expect(await codeOf("{ cities(first: 100000) { totalCount } }")).toBe("BAD_USER_INPUT");
    expect(
      await codeOf("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
        ids: Array.from({ length: 501 }, () => "City:oslo-no"),
      }),
    ).toBe("BAD_USER_INPUT");
    expect(await codeOf(`{ ${"cities { totalCount } ".repeat(2_000)} }`)).toBe("QUERY_TOO_LARGE");
  });

  test("cost is reckoned beforehand and limited", async () => {
    const costly = "{ cities(first: 500) { nodes { country { cities(first: 500) { nodes { name } } } } } }";
    expect(await codeOf(costly)).toBe("QUERY_TOO_COSTLY");
  });

  test("a statement that takes too long is stopped, and told", async () => {
    const { rows } = await graph.store.pool.query<{ statement_timeout: string }>("show statement_timeout");
    expect(rows).toEqual([{ statement_timeout: "10s" }]);
  });

  test("bodies are limited, compressed ones are not taken at all, and variables may be deep", async () => {
    const headers = { "content-type": "application/json" };
    const query = JSON.stringify({ query: `{ __typename } #${"x".repeat(2_000_000)}` });
    const large = await graph.server.inject({ method: "POST", url: "/graphql", payload: query, headers });
    expect(large.statusCode).toBe(413);
    for (const [encoding, payload] of [
      ["gzip", gzipSync(query)],
      ["br", brotliCompressSync(query)],
    ] as const) {
      const { statusCode } = await graph.server.inject({
        method: "POST",
        url: "/graphql",
        payload,
        headers: { ...headers, "content-encoding": encoding },
      });
      expect(statusCode).toBe(415);
    }
    for (const depth of [100, 5_000, 50_000]) {
      const where = `${'{"not":'.repeat(depth)}{}${"}".repeat(depth)}`;
      const question = "query ($where: CityFilter) { cities(where: $where) { totalCount } }";
      const payload = `{"query":${JSON.stringify(question)},"variables":{"where":${where}}}`;
      const { statusCode } = await graph.server.inject({ method: "POST", url: "/graphql", payload, headers });
      expect([depth, statusCode]).toEqual([depth, 400]);
    }
    expect((await graph.send("{ __typename }")).status).toBe(200);
  });

  test("what is no UTF-8 is a fault of the caller", async () => {
    const payload = Buffer.from([...Buffer.from('{"query":"{ a: __typename #'), 0xff, 0xfe, ...Buffer.from('"}')]);
    const { statusCode } = await graph.server.inject({
      method: "POST",
      url: "/graphql",
      payload,
      headers: { "content-type": "application/json" },
    });
    expect(statusCode).toBe(400);
  });

  test("batches of questions are refused, and so is the same mutation many times", async () => {
    const list = await graph.server.inject({ method: "POST", url: "/graphql", payload: [{ query: "{ __typename }" }] });
    expect(list.statusCode).toBe(400);
    const many = Array.from({ length: 101 }, (_, n) => `m${n}: revert(revision: ${n}) { revision }`).join(" ");
    expect(await codeOf(`mutation { ${many} }`)).toBe("QUERY_TOO_LARGE");
  });
});

describe("access control", () => {
  test("nobody writes without a key", async () => {
    expect(await codeOf("mutation { revert(revision: 1) { revision } }")).toBe("UNAUTHENTICATED");
  });

  test("a key opens its own cities and its own revisions alone", async () => {
    const { verdicts } = await graph.submit({
      source: fresh(),
      observations: [dust("2020", 7, { subject: "City:oslo-no" })],
    });
    expect(verdicts.some(({ refusals }) => refusals.some(({ code }) => code === "FORBIDDEN"))).toBe(true);
    const { revision } = await graph.submit({ source: fresh(), observations: [dust("2018", 8)] });
    const { body } = await graph.send(
      "mutation ($r: Int!) { revert(revision: $r) { revision } }",
      { r: revision },
      graph.keys.oslo,
    );
    expect(body.errors?.[0]?.extensions.code).toBeDefined();
  });

  test("keys and partners cannot be read through the graph", async () => {
    const { body } = await graph.send("{ __schema { types { name fields { name } } } }");
    const names = JSON.stringify(body.data);
    expect(names).not.toMatch(/"(Key|Keys|ApiKey|secret|hash)"/);
  });

  test("a guessed id answers what its slug would, and nothing else", async () => {
    expect(await codeOf('{ node(id: "Key:1") { id } }')).toBe("BAD_USER_INPUT");
    expect(await codeOf('{ node(id: "City:1") { id } }')).toBe("NOT_FOUND");
  });
});

describe("configuration", () => {
  test("errors tell no internals", async () => {
    const { body } = await graph.send('{ city(slug: "nowhere-xx") { nam } }');
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|stack|postgres/i);
  });

  test("answers cannot be framed, sniffed or run by another page", async () => {
    const { headers } = await graph.server.inject({ url: "/graphql", headers: { accept: "text/html" } });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'self'.*script-src 'self'/);
  });
});
