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

test("whoever asks while too much is under way is told so at once, and served again after it", async () => {
  const server = await open({ settings: { logLevel: "silent", underWay: 3 } });
  await ask(server, "{ slow(ms: 1) }");
  const slow = Array.from({ length: 3 }, () => ask(server, "{ slow(ms: 300) }"));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { status, headers, body } = await ask(server, "{ graph { revision } }");
  expect([status, headers["retry-after"], body.errors[0].extensions.code]).toEqual([503, "1", "OVERLOADED"]);
  expect((await Promise.all(slow)).map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect((await ask(server, "{ graph { revision } }")).status).toBe(200);
  await server.close();
});
