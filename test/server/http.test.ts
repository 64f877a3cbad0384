import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type FastifyInstance } from "fastify";
import { open } from "./parts";

let server: FastifyInstance;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.close());

const json = { "content-type": "application/json" };
const big = JSON.stringify({ query: "{ big }" });

test("every answer carries a request id", async () => {
  const { headers } = await server.inject("/health/live");
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("a caller's request id is kept", async () => {
  const { headers } = await server.inject({ url: "/health/live", headers: { "x-request-id": "front-7" } });
  expect(headers["x-request-id"]).toBe("front-7");
});

test.each(["two words", "<script>", "x".repeat(65)])(
  "a request id that is no plain word is replaced: %s",
  async (given) => {
    const { headers } = await server.inject({ url: "/health/live", headers: { "x-request-id": given } });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test("an unknown path is a 404 that says where to go", async () => {
  const response = await server.inject({ url: "/nowhere?x=1", headers: { "x-request-id": "r-1" } });
  expect(response.statusCode).toBe(404);
  expect(response.json()).toEqual({
    errors: [
      {
        message: "There is nothing at /nowhere; the graph is asked at /graphql, and / says what there is",
        extensions: { code: "NOT_FOUND", requestId: "r-1" },
      },
    ],
  });
});

test("a method that is not taken is a 405 with those that are", async () => {
  const response = await server.inject({ method: "DELETE", url: "/graphql" });
  expect(response.statusCode).toBe(405);
  expect(response.headers.allow).toBe("GET, HEAD, POST");
  expect(response.json().errors[0]).toMatchObject({
    message: "/graphql takes GET, HEAD, POST",
    extensions: { code: "METHOD_NOT_ALLOWED" },
  });
});

test("what was refused, or went wrong, nobody keeps", async () => {
  const url = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
  for (const query of ["{ nothing }", "{", "{ broken }"]) {
    const { headers } = await server.inject({ url: url(query), headers: { accept: "application/json" } });
    expect([query, headers["cache-control"]]).toEqual([query, "no-store"]);
  }
});

test("HEAD is answered as GET is, without the body", async () => {
  const url = `/graphql?query=${encodeURIComponent("{ graph { revision } }")}`;
  const [get, head] = await Promise.all(
    (["GET", "HEAD"] as const).map((method) => server.inject({ method, url, headers: { accept: "application/json" } })),
  );
  const { "x-request-id": _, date: __, ...headers } = get!.headers;
  expect([get!.statusCode, head!.statusCode, head!.payload]).toEqual([200, 200, ""]);
  expect(head!.headers).toMatchObject(headers);
  const missing = await server.inject({ method: "HEAD", url: "/graphql", headers: { accept: "application/json" } });
  expect([missing.statusCode, missing.payload]).toEqual([400, ""]);
});

test.each([
  ["JSON that breaks off", json, '{"query":', 400, "BAD_REQUEST"],
  ["no body at all", json, "", 400, "BAD_REQUEST"],
  ["a body that is no object", json, '"{ graph { revision } }"', 400, "BAD_REQUEST"],
  ["a list of questions", json, '[{"query":"{ __typename }"},{"query":"{ __typename }"}]', 400, "BAD_REQUEST"],
  ["no question", json, '{"variables":{}}', 400, "BAD_REQUEST"],
  ["variables that are text", json, '{"query":"{ __typename }","variables":"{}"}', 400, "BAD_REQUEST"],
  ["another type", { "content-type": "application/xml" }, "<query/>", 415, "UNSUPPORTED_MEDIA_TYPE"],
  ["a poisoned prototype", json, '{"query":"{ __typename }","__proto__":{"x":1}}', 400, "BAD_REQUEST"],
])("%s is refused with a code and the request id", async (_name, headers, payload, status, code) => {
  const response = await server.inject({
    method: "POST",
    url: "/graphql",
    headers: { ...headers, "x-request-id": "r-1" },
    payload,
  });
  expect(response.statusCode).toBe(status);
  expect(response.json()).toEqual({
    errors: [{ message: expect.any(String), extensions: { code, requestId: "r-1" } }],
  });
});

test.each(["/city/%", "/city/%ff"])("the address %s, which is not UTF-8, is refused as JSON", async (url) => {
  const response = await server.inject({ url, headers: { "x-request-id": "r-1" } });
  expect([response.statusCode, response.headers["x-request-id"]]).toEqual([400, "r-1"]);
  expect(response.json()).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: "BAD_REQUEST", requestId: "r-1" } }],
  });
});

test("a form of another site cannot ask", async () => {
  const payload = JSON.stringify({ query: "{ graph { revision } }" });
  const response = await server.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "text/plain" },
    payload,
  });
  expect(response.statusCode).toBe(400);
  expect(response.json().errors[0].message).toContain("Cross-Site Request Forgery");
});

test("GET does not change anything", async () => {
  const query = encodeURIComponent(`mutation { rename(slug: "zurich-ch", name: "Turicum") { name } }`);
  const response = await server.inject({ url: `/graphql?query=${query}`, headers: json });
  expect(response.statusCode).toBe(405);
  expect(response.headers.allow).toBe("POST");
});

test("any page may read, and may send JSON", async () => {
  const read = await server.inject({
    method: "POST",
    url: "/graphql",
    headers: { ...json, origin: "https://example.org" },
    payload: big,
  });
  expect(read.headers["access-control-allow-origin"]).toBe("*");
  expect(read.headers["access-control-expose-headers"]).toContain("x-request-id");
  const preflight = await server.inject({
    method: "OPTIONS",
    url: "/graphql",
    headers: {
      origin: "https://example.org",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers["access-control-allow-methods"]).toContain("POST");
  expect(preflight.headers["access-control-allow-headers"]).toContain("content-type");
});

test("who asks what may be asked is told, also without saying where from", async () => {
  const { statusCode, headers } = await server.inject({ method: "OPTIONS", url: "/graphql" });
  expect([statusCode, headers["access-control-allow-methods"]]).toEqual([204, "GET, HEAD, POST"]);
});

test("keys that would change what objects are are told from what is no JSON", async () => {
  const messageOf = async (payload: string) => {
    const response = await server.inject({ method: "POST", url: "/graphql", headers: json, payload });
    return response.json().errors[0].message;
  };
  expect(await messageOf('{"query":"{ __typename }","__proto__":{"x":1}}')).toContain("no key may be `__proto__`");
  expect(await messageOf('{"query":')).toContain("not valid JSON");
});

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("an answer of more than 1 kB is compressed with %s", async (encoding, unpack) => {
  const headers = { ...json, "accept-encoding": encoding };
  const response = await server.inject({ method: "POST", url: "/graphql", headers, payload: big });
  expect(response.headers["content-encoding"]).toBe(encoding);
  expect(response.headers.vary).toContain("accept-encoding");
  expect(response.rawPayload.length).toBeLessThan(1_000);
  expect(JSON.parse(unpack(response.rawPayload).toString()).data.big).toHaveLength(11_000);
});

test("a small answer is not compressed", async () => {
  const response = await server.inject({ url: "/health/live", headers: { "accept-encoding": "br" } });
  expect(response.headers["content-encoding"]).toBeUndefined();
});

test("pages may load nothing from elsewhere", async () => {
  const { headers } = await server.inject("/");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
});

describe("on a socket", () => {
  let port: number;
  beforeAll(async () => {
    await server.listen({ port: 0, host: "127.0.0.1" });
    const address = server.server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });

  /** All that the server sends until it ends the connection. */
  const send = (text: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.on("data", (data) => (heard += data));
      socket.on("end", () => resolve(heard));
      socket.on("error", reject);
    });

  test("what is not HTTP is refused as JSON", async () => {
    const heard = await send("hello\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(heard).toContain('"code":"BAD_REQUEST"');
  });

  test("an address that is too long is refused with what to do", async () => {
    const heard = await send(`GET /graphql?query=${"x".repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1.1 431 /);
    expect(heard).toContain("send a long question with POST");
  });
});
