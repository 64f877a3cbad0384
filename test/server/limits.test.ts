import { type FastifyInstance } from "fastify";
import { getIntrospectionQuery } from "graphql";
import { ask, open } from "./parts";

let server: FastifyInstance;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.close());

/** A question in which the twin of a city is asked for the twin of a city, `depth` fields deep in all. */
const deep = (depth: number) =>
  `{ city(slug: "zurich-ch") ${"{ twin ".repeat(depth - 2)} { name } ${"} ".repeat(depth - 2)} }`;

test("a question 25 levels deep is answered", async () => {
  const { status, body } = await ask(server, deep(25));
  expect(status).toBe(200);
  expect(body.errors).toBeUndefined();
});

test.each([26, 200])("a question %i levels deep is refused with its depth, the limit and where", async (depth) => {
  const { status, body } = await ask(server, deep(depth));
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([
    {
      message: `The operation is ${depth} levels deep at city.twin.twin.twin ..., the limit is 25; ask in two steps`,
      extensions: { code: "QUERY_TOO_DEEP" },
    },
  ]);
});

test("depth hidden in fragments counts as well", async () => {
  const fragments = Array.from({ length: 30 }, (_, at) => `fragment f${at} on City { twin { ...f${at + 1} } }`);
  const query = `{ city(slug: "zurich-ch") { ...f0 } } ${fragments.join(" ")} fragment f30 on City { ... { name } }`;
  const { body } = await ask(server, query);
  expect(body.errors).toMatchObject([{ extensions: { code: "QUERY_TOO_DEEP" } }]);
  expect(body.errors[0].message).toContain("32 levels deep");
});

test("of a document that is too large nothing else is looked at", async () => {
  const { body } = await ask(server, `{ ${Array.from({ length: 2_001 }, (_, n) => `nothing${n}`).join(" ")} }`);
  expect(body.errors).toMatchObject([
    { message: expect.stringContaining("2001 fields"), extensions: { code: "QUERY_TOO_LARGE" } },
  ]);
  expect(body.errors).toHaveLength(1);
});

test("a fragment within itself is refused, and ends", async () => {
  const { body } = await ask(server, `{ city(slug: "zurich-ch") { ...f } } fragment f on City { twin { ...f } }`);
  expect(body.errors[0].message).toBe('Cannot spread fragment "f" within itself.');
});

test("fragments that double and double again are counted, not walked", async () => {
  const fragments = Array.from({ length: 60 }, (_, at) => `fragment f${at} on City { ...f${at + 1} ...f${at + 1} }`);
  const query = `{ city(slug: "zurich-ch") { ...f0 } } ${fragments.join(" ")} fragment f60 on City { name }`;
  const { body } = await ask(server, query);
  expect(body.errors).toMatchObject([{ extensions: { code: "QUERY_TOO_LARGE" } }]);
  expect(body.errors[0].message).toMatch(
    /^The operation has \d+ fields, the limit is 2000; ask in several operations$/,
  );
});

test("more than 100 aliases are refused", async () => {
  const aliases = Array.from({ length: 101 }, (_, at) => `a${at}: __typename`);
  const { body } = await ask(server, `{ ${aliases.join(" ")} }`);
  expect(body.errors).toMatchObject([
    { message: "The operation has 101 aliases, the limit is 100; ask in several operations" },
  ]);
});

test("more than 50 directives are refused", async () => {
  const fields = Array.from({ length: 51 }, () => "__typename @include(if: true)");
  const { body } = await ask(server, `{ ${fields.join(" ")} }`);
  expect(body.errors).toMatchObject([
    { message: "The operation has 51 directives, the limit is 50; ask in several operations" },
  ]);
});

test("a document of too many words is refused before it is read whole", async () => {
  const { status, body } = await ask(server, `{ ${"__typename ".repeat(5_000)} }`);
  expect(status).toBe(400);
  expect(body.errors[0].extensions.code).toBe("QUERY_TOO_LARGE");
  expect(body.errors[0].message).toContain("more than 5,000 words and signs");
});

test("the whole introspection question is within the limits", async () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    inputValueDeprecation: true,
    oneOf: false,
    schemaDescription: true,
  });
  const { status, body } = await ask(server, query);
  expect(status).toBe(200);
  expect(body.errors).toBeUndefined();
});

test("a body of 2 MB is refused", async () => {
  const { status, body } = await ask(server, `# ${"x".repeat(2_097_152)}`, undefined, { "x-request-id": "r-1" });
  expect(status).toBe(413);
  expect(body).toEqual({
    errors: [
      {
        message: expect.stringMatching(
          /^The body may have at most 1048576 bytes, got 20971\d\d; with a partner's key, 8000000$/,
        ),
        extensions: { code: "PAYLOAD_TOO_LARGE", requestId: "r-1" },
      },
    ],
  });
});
