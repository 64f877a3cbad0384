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

test.each([
  ["POST", "text/plain"],
  ["POST", "text/html"],
  ["POST", "application/json;q=0"],
  ["GET", "image/png"],
] as const)(
  "who takes no answer, by %s as %s, is told so with the request id, and nothing is asked",
  async (method, accept) => {
    let asked = 0;
    const watched = await open({ answer: async () => ({ data: { graph: ++asked } }) });
    const query = "{ graph { revision } }";
    const headers = { accept, "content-type": "application/json", "x-request-id": "r-1" };
    const response = await watched.inject(
      method === "POST"
        ? { method, url: "/graphql", headers, payload: { query } }
        : { method, url: `/graphql?query=${encodeURIComponent(query)}`, headers },
    );
    await watched.close();
    expect([response.statusCode, asked]).toEqual([406, 0]);
    expect(response.json()).toEqual({
      errors: [
        {
          message: "Answers are here as application/json and application/graphql-response+json",
          extensions: { code: "NOT_ACCEPTABLE", requestId: "r-1" },
        },
      ],
    });
  },
);
