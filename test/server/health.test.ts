import { open } from "./parts";

test("is live and ready when the store can be asked", async () => {
  const server = await open();
  const live = await server.inject("/health/live");
  expect([live.statusCode, live.json()]).toEqual([200, { status: "live" }]);
  const ready = await server.inject("/health/ready");
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: "ready" }]);
  expect(ready.headers["cache-control"]).toBe("no-store");
  await server.close();
});

test.each([
  ["says no", async () => false],
  ["cannot say", () => Promise.reject(new Error("connect ECONNREFUSED"))],
])("is live but not ready when the store %s", async (_name, ready) => {
  const server = await open({ ready });
  expect((await server.inject("/health/live")).statusCode).toBe(200);
  const response = await server.inject("/health/ready");
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({ status: "not ready", reason: "The store does not answer" });
  await server.close();
});
