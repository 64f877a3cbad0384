import { once } from "node:events";
import { request } from "node:http";
import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { open, parts } from "./parts";

const signals: AbortSignal[] = [];
let hangs: () => void;
const hanging = new Promise<void>((resolve) => {
  hangs = resolve;
});

let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  server = await open({
    answer: async (question) => {
      signals.push(question.gone!());
      if (question.variables["ms"] === undefined) return parts.answer(question);
      hangs();
      await once(question.gone!(), "abort");
      return { data: null };
    },
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => server.close());

const posted = { method: "POST", headers: { "content-type": "application/json" } };

test("a caller who goes away is told to whoever answers, one who stays is not", async () => {
  const answered = await fetch(url, { ...posted, body: JSON.stringify({ query: "{ graph { revision } }" }) });
  expect(await answered.json()).toMatchObject({ data: { graph: { revision: 7 } } });
  const going = request(url, posted).on("error", () => {});
  going.end(JSON.stringify({ query: "query ($ms: Int!) { slow(ms: $ms) }", variables: { ms: 60_000 } }));
  await hanging;
  const gone = once(signals[1]!, "abort");
  going.destroy();
  await gone;
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
});
