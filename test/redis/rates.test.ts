import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { ask, open } from "../server/parts";
import { freePort, startRedis, type TestRedis } from "./redis";

const opened: FastifyInstance[] = [];
const redises: TestRedis[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
  for (const redis of redises.splice(0)) {
    redis.release();
    await redis.stop();
  }
});

async function redisServer(...options: string[]): Promise<TestRedis> {
  const redis = await startRedis(...options);
  redises.push(redis);
  return redis;
}

/** An instance that counts up to 10, and what it has said in its log. */
async function instance(redisUrl: string) {
  const said: string[] = [];
  const write = (line: string) => {
    const { msg } = JSON.parse(line) as { msg: string };
    if (msg.includes("Redis")) said.push(msg);
  };
  const server = await open({
    identify: async (key) => ({ holder: { key } }),
    settings: { logLevel: "info", log: { write }, rate: 10, redisUrl },
  });
  opened.push(server);
  return { server, said };
}

/** Asks for four, by a key or without; answers the status. */
async function status({ server }: { server: FastifyInstance }, key?: string): Promise<number> {
  const query = '{ city(slug: "zurich-ch") { twin { twin { twin { name } } } } }';
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return (await ask(server, query, undefined, headers)).status;
}

test("two instances count together, and say when to come again", async () => {
  const { url } = await redisServer();
  const [one, other] = [await instance(url), await instance(url)];
  expect([await status(one), await status(other), await status(one), await status(other)]).toEqual([
    200, 200, 429, 429,
  ]);
  const { headers, body } = await ask(other.server, '{ city(slug: "zurich-ch") { name } }');
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(headers["retry-after"])).toBeLessThanOrEqual(60);
  expect(body.errors[0].extensions).toMatchObject({ code: "RATE_LIMITED", cost: 1, limit: 10 });
  expect([...one.said, ...other.said]).toEqual([]);
});

test("a key and an address are counted apart, and so are two keys, wherever they ask", async () => {
  const { url } = await redisServer();
  const [one, other] = [await instance(url), await instance(url)];
  expect([await status(one), await status(other), await status(one)]).toEqual([200, 200, 429]);
  expect([await status(one, "a"), await status(other, "a"), await status(one, "a")]).toEqual([200, 200, 429]);
  expect([await status(other, "b"), await status(one, "b"), await status(other, "b")]).toEqual([200, 200, 429]);
});

test("what is counted is forgotten after a minute, and no key is kept as it is", async () => {
  const { url } = await redisServer();
  const one = await instance(url);
  await status(one, "cg_secret");
  await status(one);
  const { Redis } = await import("ioredis");
  const client = new Redis(url);
  const keys = await client.keys("*");
  expect(keys).toContain("citegraph-rate:127.0.0.1");
  expect(keys.join()).not.toContain("secret");
  for (const key of keys) {
    const left = await client.pttl(key);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
  }
  client.disconnect();
});

test("while Redis is stopped each instance answers and counts for itself, and says so once; then they count together again", async () => {
  const redis = await redisServer();
  const [one, other] = [await instance(redis.url), await instance(redis.url)];
  expect(await status(one)).toBe(200);
  await redis.stop();
  expect([await status(one), await status(one), await status(one)]).toEqual([200, 200, 429]);
  expect([await status(other), await status(other), await status(other)]).toEqual([200, 200, 429]);
  for (const { said } of [one, other]) expect(said).toEqual([expect.stringMatching(/does not count .* for itself/)]);
  await redis.start();
  while (one.said.length < 2 || other.said.length < 2) {
    for (const each of [one, other]) expect([200, 429]).toContain(await status(each, `key ${Math.random()}`));
  }
  for (const { said } of [one, other]) expect(said[1]).toMatch(/counts what is asked again/);
  expect([await status(one, "a"), await status(other, "a"), await status(one, "a")]).toEqual([200, 200, 429]);
  for (const { said } of [one, other]) expect(said).toHaveLength(2);
});

test("a Redis that answers nobody is waited for a moment only, and counts again when it answers", async () => {
  const redis = await redisServer();
  const one = await instance(redis.url);
  expect(await status(one)).toBe(200);
  redis.hold();
  expect([await status(one), await status(one), await status(one)]).toEqual([200, 200, 429]);
  expect(one.said).toEqual([expect.stringContaining("it takes too long to answer")]);
  redis.release();
  while (one.said.length < 2) await status(one, `key ${Math.random()}`);
  expect([await status(one, "a"), await status(one, "a"), await status(one, "a")]).toEqual([200, 200, 429]);
});

test("where nothing listens the server starts, answers, and says what to look at", async () => {
  const one = await instance(`redis://ada:secret@127.0.0.1:${await freePort()}/0`);
  expect(one.said).toEqual([
    expect.stringMatching(/^Redis at 127\.0\.0\.1:\d+\/0 .*\(nothing listens there\).*CITEGRAPH_REDIS/),
  ]);
  expect([await status(one), await status(one), await status(one)]).toEqual([200, 200, 429]);
  expect(one.said).toHaveLength(1);
});

test("a Redis that refuses us ends the start, with what it says and what to mend, and no password", async () => {
  const { url } = await redisServer("--requirepass", "right");
  const refused = async (address: string) => {
    const starting = instance(address);
    await expect(starting).rejects.toMatchObject({ name: "RedisRefusal" });
    const { message } = (await starting.catch((error: unknown) => error)) as Error;
    expect(message).toMatch(
      /^Redis at 127\.0\.0\.1:\d+\S* says: .+[^.]\. Mend CITEGRAPH_REDIS \(redis:\/\/user:password@/,
    );
    return message;
  };
  expect(await refused(url)).toContain("NOAUTH");
  const wrong = await refused(url.replace("//", "//:secret@"));
  expect(wrong).toContain("WRONGPASS");
  expect(wrong).not.toContain("secret");
  expect(await refused(`${url.replace("//", "//:right@")}/9999`)).toContain("DB index is out of range");
  const one = await instance(`${url.replace("//", "//:right@")}/1`);
  expect([await status(one), one.said]).toEqual([200, []]);
});

test("what is no Redis ends the start", async () => {
  const elsewhere = await open();
  opened.push(elsewhere);
  await elsewhere.listen({ host: "127.0.0.1", port: 0 });
  const { port } = elsewhere.server.address() as AddressInfo;
  await expect(instance(`redis://127.0.0.1:${port}`)).rejects.toMatchObject({
    name: "RedisRefusal",
    message: expect.stringContaining("Protocol error"),
  });
});
