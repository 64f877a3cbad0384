import { shipped, type World } from "../support/world";
import { readPage } from "./markup";
import { browser, type Opened, open } from "./server";

let world: World;
let opened: Opened;
beforeAll(async () => {
  world = await shipped();
  opened = await open(world);
}, 120_000);
afterAll(async () => {
  await opened?.app.close();
  await world?.close();
});

const html = "text/html; charset=utf-8";
const linked = "application/ld+json; charset=utf-8";

test.each([
  [browser, html],
  ["*/*", html],
  ["text/*", html],
  ["application/ld+json", linked],
  ["application/json", "application/json; charset=utf-8"],
  ["text/html;q=0.5, application/ld+json", linked],
  ["application/ld+json;q=0.9, text/html;q=0.9", html],
  ["text/html;q=0, */*;q=0.1", "text/html; charset=utf-8"],
  ["application/*", html],
])("who accepts %s is sent %s", async (accept, type) => {
  const { status, headers } = await opened.get("/country/ch", accept);
  expect([status, headers["content-type"]]).toEqual([200, type]);
  expect(headers["vary"]).toMatch(/accept/i);
});

test("who takes neither form is told which there are", async () => {
  const { status, text } = await opened.get("/country/ch", "text/turtle");
  expect([status, text]).toEqual([406, expect.stringContaining("application/ld+json")]);
});

test("a form can be asked for in the address, and each form names the other", async () => {
  const page = await opened.get("/country/ch?format=html", "application/ld+json");
  expect(page.headers["content-type"]).toBe(html);
  expect(page.headers["link"]).toContain('</country/ch?format=jsonld>; rel="alternate"; type="application/ld+json"');
  expect(page.text).toContain('<link rel="canonical" href="https://citegraph.example/country/ch">');
  expect(page.text).toContain('<link rel="alternate" type="application/ld+json" href="/country/ch?format=jsonld">');
  const data = await opened.get("/country/ch?format=jsonld");
  expect(data.headers["content-type"]).toBe(linked);
  expect(data.headers["link"]).toContain('</country/ch?format=html>; rel="alternate"; type="text/html"');
});

test("what a caller holds already is not sent again", async () => {
  const { headers } = await opened.get("/country/ch");
  expect(headers["cache-control"]).toBe("no-cache");
  const again = await opened.get("/country/ch", browser, { "if-none-match": String(headers["etag"]) });
  expect([again.status, again.text]).toEqual([304, ""]);
  const other = await opened.get("/country/ch", "application/ld+json", { "if-none-match": String(headers["etag"]) });
  expect(other.status).toBe(200);
});

test("a page as of a revision never changes, says so, and its links stay at that time", async () => {
  const { status, headers, text } = await opened.get("/city/shanghai-cn?revision=200");
  expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
  const { text: words, links } = readPage(text);
  expect(words).toContain("As the graph was at revision 200");
  expect(links).toContain("/country/cn?revision=200");
  expect((await opened.get("/city/shanghai-cn?revision=200")).text).toBe(text);
});

test("`asOf` is short for a revision, when it is a number, and for a date", async () => {
  const { text } = await opened.get("/city/shanghai-cn?revision=200");
  expect((await opened.get("/city/shanghai-cn?asOf=200")).text).toBe(text);
  expect((await opened.get("/city/shanghai-cn?asOf=2001-01-01")).text).toContain("no such revision");
});

test.each([
  ["?revision=0", "revision"],
  ["?asOf=tomorrow", "`asOf` expects the number of a revision"],
  ["?asOf=1&revision=1", "give one of them"],
  ["?asOf=1&asOf=2", "once"],
  ["?date=2026-02-30", "date"],
  ["?revision=abc", "revision"],
  ["?revision=999999", "no such revision"],
  ["?revision=1&revision=2", "once"],
  ["?revision=1&date=2020", "not both"],
  ["?date=tomorrow", "date"],
  ["?date=2999-01-01", "a day that is over"],
  ["?date=2001-01-01", "no such revision"],
  ["?format=turtle", "html or jsonld"],
  ["?page=2", "not known here"],
])("%s is refused, saying why", async (query, why) => {
  for (const accept of [browser, "application/ld+json"]) {
    const { status, text } = await opened.get(`/city/shanghai-cn${query}`, accept);
    expect([status, text]).toEqual([400, expect.stringContaining(why)]);
  }
});

test("what is not there is a 404 that suggests what is near, in both forms", async () => {
  const page = await opened.get("/city/shangai-cn");
  expect([page.status, page.headers["content-type"]]).toEqual([404, html]);
  expect(readPage(page.text).links).toContain("/city/shanghai-cn");
  const data = await opened.get("/city/shangai-cn", "application/ld+json");
  expect(data.status).toBe(404);
  expect(JSON.parse(data.text)).toMatchObject({
    errors: [
      { extensions: { code: "NOT_FOUND", suggestions: expect.arrayContaining(["/city/shanghai-cn"]) as unknown } },
    ],
  });
  const fact = await opened.get("/placement/imd-smart-city-index-2024/zurich-de");
  expect(readPage(fact.text).links).toContain("/placement/imd-smart-city-index-2024/zurich-ch");
});

test.each(["/city/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/placement/%22%3E%3Cimg src=x%3E", "/city/%00", "/city/"])(
  "%s is nothing, and no markup",
  async (path) => {
    const { status, text } = await opened.get(path);
    expect([404, 400]).toContain(status);
    expect(text).not.toMatch(/<script>|<img/);
  },
);

test("a slug in another spelling leads to the right one", async () => {
  const { status, headers } = await opened.get("/city/S%C3%A3o%20Paulo_BR?revision=400");
  expect([status, headers["location"]]).toEqual([308, "/city/sao-paulo-br?revision=400"]);
});

test("a type that nobody knows is nowhere", async () => {
  const { status, text } = await opened.get("/village/shanghai-cn");
  expect([status, text]).toEqual([404, expect.stringContaining("There is nothing at /village/shanghai-cn")]);
});

test("what one address may ask for within a minute is bounded, and it is told when to ask again", async () => {
  const { app, get } = await open(world, { rate: 12_000 });
  const pages = [
    await get("/country/ch"),
    await get("/city/zurich-ch"),
    await get("/country/ch"),
    await get("/country/ch"),
  ];
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  const { headers, text } = pages[3]!;
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(JSON.parse(text).errors[0].extensions).toMatchObject({ code: "RATE_LIMITED", limit: 12_000 });
  const asked = await app.inject({ method: "POST", url: "/graphql", payload: { query: "{ graph { revision } }" } });
  expect([asked.statusCode, asked.json().errors[0].extensions.code]).toEqual([429, "RATE_LIMITED"]);
  await app.close();
});
