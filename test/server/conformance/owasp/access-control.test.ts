import { schema } from "../../../../src/app";
import { dust, fresh, type PartnerWorld, partnerWorld, source } from "../../../partners/world";

// The OWASP GraphQL cheat sheet, on access, batches and configuration: a test for each of its lines.

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const codeOf = async (query: string, variables = {}, key?: string) =>
  (await graph.send(query, variables, key)).body.errors?.[0]?.extensions.code;

/** Each mutation there is, as it may be asked. */
const mutations: Readonly<Record<string, string>> = {
  submit: "mutation ($source: SourceInput!) { submit(submission: { source: $source }) { revision } }",
  revert: "mutation { revert(revision: 1) { revision } }",
};

describe("access control", () => {
  test("nobody changes anything without a key, or with one that is none", async () => {
    expect(Object.keys(schema.getMutationType()!.getFields()).sort()).toEqual(Object.keys(mutations).sort());
    for (const mutation of Object.values(mutations)) {
      const variables = mutation.includes("$source") ? { source } : {};
      expect(await codeOf(mutation, variables)).toBe("UNAUTHENTICATED");
      const { status, body } = await graph.send(mutation, variables, `${graph.keys.oslo}x`);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    }
    expect((await graph.send("{ graph { revision } }")).body.data).toEqual({ graph: { revision: 2 } });
  });

  test("a key opens its own cities alone", async () => {
    const { revision, verdicts } = await graph.submit({
      source: fresh(),
      observations: [dust("2020", 7, { subject: "City:oslo-no" })],
    });
    expect(revision).toBeNull();
    expect(verdicts.some(({ refusals }) => refusals.some(({ code }) => code === "FORBIDDEN"))).toBe(true);
  });

  test("a key opens its own revisions alone", async () => {
    const { revision } = await graph.submit({ source: fresh(), observations: [dust("2018", 8)] });
    const mutation = "mutation ($r: Int!) { revert(revision: $r) { revision } }";
    expect(await codeOf(mutation, { r: revision }, graph.keys.oslo)).toBe("FORBIDDEN");
    expect(await codeOf(mutation, { r: 1 }, graph.keys.oslo)).toBe("FORBIDDEN");
    expect(await codeOf(mutation, { r: revision }, graph.keys.zurich)).toBeUndefined();
  });

  test("keys and partners' secrets are no part of the graph, by whichever way", async () => {
    const { body } = await graph.send("{ __schema { types { name fields { name } } } }");
    expect(JSON.stringify(body.data)).not.toMatch(/"(Key|Keys|ApiKey|secret|hash)"/);
    expect(await codeOf('{ node(id: "Key:1") { id } }')).toBe("BAD_USER_INPUT");
    expect((await graph.send('{ nodes(ids: ["Partner:zurich"]) { id } }')).body.data).toEqual({ nodes: [null] });
  });

  test("a guessed id answers what its slug would, and nothing else", async () => {
    expect(await codeOf('{ node(id: "City:1") { id } }')).toBe("NOT_FOUND");
    const { body } = await graph.send('{ node(id: "City:oslo-no") { id } city(slug: "oslo-no") { id } }');
    expect(body.data?.["node"]).toEqual(body.data?.["city"]);
  });
});

describe("batching attacks", () => {
  test("lists of questions are refused", async () => {
    const payload = [{ query: "{ __typename }" }, { query: "{ __typename }" }];
    expect((await graph.server.inject({ method: "POST", url: "/graphql", payload })).statusCode).toBe(400);
  });

  test("the same thing many times in one operation is bounded, also of mutations, with a key or without", async () => {
    const many = Array.from({ length: 101 }, (_, n) => `m${n}: revert(revision: ${n}) { revision }`).join(" ");
    for (const key of [undefined, graph.keys.oslo])
      expect(await codeOf(`mutation { ${many} }`, {}, key)).toBe("QUERY_TOO_LARGE");
    const cities = Array.from({ length: 101 }, (_, n) => `c${n}: city(slug: "c-${n}") { name }`).join(" ");
    expect(await codeOf(`{ ${cities} }`)).toBe("QUERY_TOO_LARGE");
  });
});

describe("secure configurations", () => {
  test("errors tell no internals", async () => {
    const { body } = await graph.send('{ city(slug: "nowhere-xx") { nam } }');
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|stack|postgres/i);
  });

  test("left open on purpose, since all of the graph is public and there to be read by others: introspection", async () => {
    const { body } = await graph.send("{ __schema { queryType { name } } }");
    expect(body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
  });

  test("left open on purpose, since introspection is: what a misspelt field may have meant", async () => {
    const { body } = await graph.send('{ city(slug: "oslo-no") { nam } }');
    expect(body.errors?.[0]?.message).toContain('Did you mean "name"?');
  });

  test("left open on purpose, since it is how journalists ask: the playground, which loads nothing from elsewhere", async () => {
    const { statusCode, headers, payload } = await graph.server.inject({
      url: "/graphql",
      headers: { accept: "text/html" },
    });
    expect([statusCode, payload]).toEqual([200, expect.not.stringMatching(/(src|href)="https?:/)]);
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'self'.*script-src 'self'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});
