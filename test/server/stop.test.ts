import { Agent, request } from "node:http";
import { type FastifyInstance } from "fastify";
import { open } from "./parts";

interface Reply {
  status: number | undefined;
  connection: string | undefined;
  body: unknown;
}

/** Asks over a connection that is to be kept. */
function ask(address: string, agent: Agent, query: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { method: "POST", agent, headers: { "content-type": "application/json" } };
    const asked = request(`${address}/graphql`, options, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () =>
        resolve({ status: response.statusCode, connection: response.headers.connection, body: JSON.parse(text) }),
      );
    });
    asked.on("error", reject);
    asked.end(JSON.stringify({ query }));
  });
}

let server: FastifyInstance;
let agent: Agent;
beforeEach(async () => {
  server = await open();
  agent = new Agent({ keepAlive: true });
});
afterEach(() => agent.destroy());

test("a stop finishes what is under way and keeps no connection", async () => {
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const answer = ask(address, agent, "{ slow(ms: 400) }");
  await new Promise((resolve) => setTimeout(resolve, 150));
  await server.close();
  expect(await answer).toEqual({
    status: 200,
    connection: "close",
    body: { data: { slow: "done" }, extensions: { cost: 0 } },
  });
  await expect(ask(address, new Agent(), "{ graph { revision } }")).rejects.toThrow("ECONNREFUSED");
});

test("a stop does not wait for a connection that is idle", async () => {
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const { connection } = await ask(address, agent, "{ graph { revision } }");
  expect(connection).toBe("keep-alive");
  const start = Date.now();
  await server.close();
  expect(Date.now() - start).toBeLessThan(2_000);
});

test("a second stop waits for the first", async () => {
  await server.listen({ port: 0, host: "127.0.0.1" });
  await Promise.all([server.close(), server.close()]);
});
