import { type FastifyInstance } from "fastify";
import { ask, open } from "./parts";

let server: FastifyInstance;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.close());

test("answers a question by POST", async () => {
  const { status, body } = await ask(server, `query ($slug: Slug!) { city(slug: $slug) { name } }`, {
    slug: "zurich-ch",
  });
  expect(status).toBe(200);
  expect(body).toEqual({ data: { city: { name: "Zürich" } }, extensions: { cost: 1 } });
});

test("answers a question by GET, when the caller shows that it is no form", async () => {
  const { payload } = await server.inject({
    url: `/graphql?query=${encodeURIComponent("{ graph { revision } }")}`,
    headers: { "content-type": "application/json" },
  });
  expect(JSON.parse(payload)).toEqual({ data: { graph: { revision: 7 } }, extensions: { cost: 1 } });
});

test("hands raw JSON on to the byte, with what stands beside it", async () => {
  const { text } = await ask(server, "{ raw { name } }");
  expect(text).toBe('{"data":{"raw": {"name": "Z\\u00fcrich"}},"extensions":{"revision":7,"cost":1}}');
});

test("shows the schema to introspection and as text", async () => {
  const { body } = await ask(server, "{ __schema { queryType { name } } }");
  expect(body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
  const sdl = await server.inject("/schema.graphql");
  expect(sdl.headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(sdl.payload).toContain("type City {");
});
