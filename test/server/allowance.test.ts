import { createAllowance } from "../../src/server/allowance";
import { ratesInMemory } from "../../src/server/rates/rates";
import { ask, open } from "./parts";

test("what one asker may ask within a minute is bounded by cost; others are not held up", async () => {
  const { within } = createAllowance(ratesInMemory(100));
  const work = async () => "done";
  await expect(within("a", 60, work)).resolves.toBe("done");
  await expect(within("a", 60, work)).rejects.toMatchObject({
    message: expect.stringMatching(/more than 100 .* costs 60; ask again in \d+ s/),
    extensions: { code: "RATE_LIMITED", cost: 60, limit: 100, http: { status: 429 } },
  });
  await expect(within("b", 60, work)).resolves.toBe("done");
});

test("without bounds nobody is held up", async () => {
  const { within } = createAllowance(undefined);
  for (let n = 0; n < 100; n++) await within("a", 1_000_000, async () => undefined);
});

test("the server tells when to ask again", async () => {
  const server = await open({ settings: { logLevel: "silent", rate: 10 } });
  const query = '{ city(slug: "zurich-ch") { twin { twin { twin { name } } } } }';
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await ask(server, query)).status);
  const { status, headers, body } = await ask(server, query);
  expect([...statuses, status]).toEqual([200, 200, 429, 429]);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(body.errors[0].extensions).toMatchObject({ code: "RATE_LIMITED", cost: 4, limit: 10 });
  await server.close();
});

const slow = "{ slow(ms: 300) }";
const quick = "{ graph { revision } }";
const underWayBy = (n: number) => new Promise((resolve) => setTimeout(resolve, n));

test("whoever asks while too much is under way is told so at once, and served again after it", async () => {
  const server = await open({ settings: { logLevel: "silent", underWay: 3 } });
  await ask(server, "{ slow(ms: 1) }");
  const all = ["10.0.0.1", "10.0.0.2", "10.0.0.3"].map((address) => ask(server, slow, {}, {}, address));
  await underWayBy(50);
  const { status, headers, body } = await ask(server, quick);
  expect([status, headers["retry-after"], body.errors[0].extensions.code]).toEqual([503, "1", "OVERLOADED"]);
  expect((await Promise.all(all)).map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect((await ask(server, quick)).status).toBe(200);
  await server.close();
});

test("of what may be under way one address has a fifth; others are answered meanwhile", async () => {
  const server = await open({ settings: { logLevel: "silent", underWay: 10 } });
  await ask(server, "{ slow(ms: 1) }");
  const theirs = [1, 2].map(() => ask(server, slow, {}, {}, "10.0.0.1"));
  await underWayBy(50);
  const refused = await ask(server, quick, {}, {}, "10.0.0.1");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "1"]);
  expect(refused.body.errors).toMatchObject([
    {
      message: expect.stringMatching(/^2 operations of yours are under way, .* one address or key .* ask again when/),
      extensions: { code: "TOO_MANY_AT_ONCE", limit: 2 },
    },
  ]);
  const other = await ask(server, quick, {}, {}, "10.0.0.2");
  expect([other.status, other.body.data]).toEqual([200, { graph: { revision: 7 } }]);
  expect((await Promise.all(theirs)).map((answer) => answer.status)).toEqual([200, 200]);
  expect((await ask(server, quick, {}, {}, "10.0.0.1")).status).toBe(200);
  await server.close();
});

test("a key has a share of its own beside that of its address", async () => {
  const identify = async (key: string) => ({ holder: { key } });
  const server = await open({ identify, settings: { logLevel: "silent", underWay: 5 } });
  const theirs = ask(server, slow);
  await underWayBy(50);
  const authorization = (key: string) => ({ authorization: `Bearer ${key}` });
  const statuses = [ask(server, quick), ask(server, quick, {}, authorization("a"))];
  expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([429, 200]);
  expect((await theirs).status).toBe(200);
  await server.close();
});

test("behind a proxy those who ask are told apart by its word, and without one nobody's word is taken", async () => {
  for (const [proxies, status] of [
    [1, 200],
    [0, 429],
  ] as const) {
    const server = await open({ settings: { logLevel: "silent", underWay: 5, proxies } });
    const from = (address: string) => ({ "x-forwarded-for": `192.0.2.1, ${address}` });
    const theirs = ask(server, slow, {}, from("198.51.100.1"));
    await underWayBy(50);
    expect((await ask(server, quick, {}, from("198.51.100.2"))).status).toBe(status);
    await theirs;
    await server.close();
  }
});
