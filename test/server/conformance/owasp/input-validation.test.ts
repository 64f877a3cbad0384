import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { dust, fresh, type PartnerWorld, partnerWorld } from "../../../partners/world";

// The OWASP GraphQL cheat sheet, on input: a test for each of its lines.

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const codeOf = async (query: string, variables = {}) =>
  (await graph.send(query, variables)).body.errors?.[0]?.extensions.code;

const posted = (payload: string | Buffer) =>
  graph.server.inject({ method: "POST", url: "/graphql", payload, headers: { "content-type": "application/json" } });

describe("general practices", () => {
  test("values are checked by types: scalars and enums", async () => {
    expect(await codeOf("query ($n: Int) { cities(first: $n) { totalCount } }", { n: "many" })).toBe("BAD_USER_INPUT");
    expect(await codeOf('{ search(text: "a", kinds: [Robot]) { totalCount } }')).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("what a mutation takes has a declared shape, in which nothing else has a place", async () => {
    const submission = { source: { ...fresh(), isAdmin: true }, observations: [dust("2019", 8)] };
    const { revision, verdicts } = await graph.submit(submission);
    expect(revision).toBeNull();
    expect(verdicts.flatMap(({ refusals }) => refusals.map(({ path }) => path))).toContain("source.isAdmin");
  });

  test("letters are allowed by list, not refused by list: names in addresses are slugs", async () => {
    for (const slug of ["No Slug!", "zurich-ch\0", "zürich-ch", "zurich_ch", "ｚurich-ch", "zurich-ch\n"])
      expect([slug, await codeOf("query ($s: Slug!) { city(slug: $s) { name } }", { s: slug })]).toEqual([
        slug,
        "BAD_USER_INPUT",
      ]);
  });

  test("there is one encoding: what is no UTF-8 is a fault of the caller", async () => {
    const before = Buffer.from('{"query":"{ a: __typename #');
    expect((await posted(Buffer.from([...before, 0xff, 0xfe, ...Buffer.from('"}')]))).statusCode).toBe(400);
  });

  test("what is refused is told by what was expected, and by nothing of how it is checked", async () => {
    const { body } = await graph.send("query ($s: Slug!) { city(slug: $s) { name } }", { s: "No!" });
    expect(body.errors?.[0]?.message).toMatch(/expected|expects/);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.[jt]s:|\bat \w+ \(|postgres/i);
  });
});

describe("injection prevention", () => {
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

  test("what is asked for writes no header of an answer", async () => {
    const broken = "x%0d%0aset-cookie:%20a=b";
    for (const url of [`/source/${broken}`, `/graphql?documentId=sha256:${broken}`, `/city/oslo-no?asOf=${broken}`]) {
      const { headers, statusCode } = await graph.server.inject({ url, headers: { accept: "text/html" } });
      expect([url, headers["set-cookie"]]).toEqual([url, undefined]);
      expect(statusCode).toBeLessThan(500);
    }
  });

  test("`__proto__` in variables changes nothing", async () => {
    const query = "query ($where: CityFilter) { cities(where: $where) { totalCount } }";
    const { statusCode } = await posted(`{"query":"${query}","variables":{"where":{"__proto__":{"polluted":1}}}}`);
    expect(statusCode).toBe(400);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

test("process validation: no address that somebody names is asked for anything", async () => {
  let asked = 0;
  const other = createServer((_, response) => {
    asked++;
    response.end();
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  const { slug, ...source } = fresh();
  const { revision } = await graph.submit({ source: { ...source, slug, url }, observations: [dust("2017", 8)] });
  expect(revision).not.toBeNull();
  const { body } = await graph.send(`{ source(slug: "${slug}") { url } }`);
  expect(body.data).toEqual({ source: { url } });
  await graph.server.inject({ url: `/source/${slug}`, headers: { accept: "text/html" } });
  expect(asked).toBe(0);
  await new Promise((resolve) => other.close(resolve));
});
