import { once } from "node:events";
import { type IncomingMessage } from "node:http";
import { type AddressInfo } from "node:net";
import WebSocket from "ws";
import { createApp } from "../../src/app";
import { addKey, listKeys, revokeKey } from "../../src/partners/keyring";
import { digestOf, isSecretOf, newKey, readKey } from "../../src/partners/secret";
import { createServer } from "../../src/server/server";
import { parts } from "../server/parts";
import { type PartnerWorld, partnerWorld, source } from "./world";

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const mutation = "mutation ($s: Submission!) { submit(submission: $s, dryRun: true) { counts { added } } }";

/** A key that lasted until a moment that is over. */
async function expired(): Promise<string> {
  const key = await addKey(graph.store.source, "zurich", null);
  await graph.store.source.query("update keys set expires_at = '2020-02-03T00:00:00Z' where id = $1", [
    readKey(key)!.id,
  ]);
  return key;
}

async function revoked(): Promise<string> {
  const key = await addKey(graph.store.source, "zurich", null);
  await revokeKey(graph.store.source, key);
  return key;
}

const bad: [what: string, key: () => Promise<string>, message: RegExp][] = [
  ["that is none", async () => "letmein", /^expected a key such as/],
  ["that was never made", async () => newKey().text, /^no such key/],
  ["with another's secret", async () => graph.keys.zurich.slice(0, 14) + graph.keys.oslo.slice(14), /^no such key/],
  ["that has expired", expired, /^the key cg_\w{10} expired on 2020-02-03; ask for a new one$/],
  ["that was revoked", revoked, /^the key cg_\w{10} was revoked on \d{4}-/],
];

test.each(bad)("a key %s is refused with 401, whatever is asked", async (_what, key, message) => {
  const text = await key();
  for (const query of ["{ graph { revision } }", mutation]) {
    const { status, headers, body } = await graph.send(query, { s: { source } }, text);
    expect(body).toMatchObject({
      errors: [{ message: expect.stringMatching(message), extensions: { code: "UNAUTHENTICATED" } }],
    });
    expect([status, headers["www-authenticate"]]).toEqual([401, 'Bearer realm="citegraph", error="invalid_token"']);
  }
});

describe("a WebSocket asked for with a key that does not open", () => {
  let address: string;
  beforeAll(async () => {
    await graph.server.listen({ host: "127.0.0.1", port: 0 });
    address = `ws://127.0.0.1:${(graph.server.server.address() as AddressInfo).port}/graphql`;
  });

  const open = (key?: string) => {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    return new WebSocket(address, "graphql-transport-ws", { headers });
  };

  test.each(bad)("%s is answered 401, with why and the revision", async (_what, key, message) => {
    const opening = open(await key());
    opening.on("error", () => undefined);
    const [, response] = (await once(opening, "unexpected-response")) as [unknown, IncomingMessage];
    const body = JSON.parse(Buffer.concat(await response.toArray()).toString());
    expect([response.statusCode, response.headers["www-authenticate"], body]).toEqual([
      401,
      'Bearer realm="citegraph", error="invalid_token"',
      {
        errors: [
          {
            message: expect.stringMatching(message),
            extensions: { code: "UNAUTHENTICATED", requestId: expect.any(String) },
          },
        ],
        extensions: { revision: expect.any(Number) },
      },
    ]);
  });

  test.each(bad)("%s in its first message is closed, with why", async (_what, key, message) => {
    const opened = open();
    await once(opened, "open");
    opened.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${await key()}` } }));
    const [code, reason] = (await once(opened, "close")) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([
      4401,
      expect.stringMatching(new RegExp(message.source.replace("$", ""))),
    ]);
  });

  test.each([
    ["in a header", () => graph.keys.zurich, undefined],
    ["in its first message", () => undefined, () => graph.keys.zurich],
    ["nowhere", () => undefined, undefined],
  ])("with a good key %s it opens", async (_where, inHeader, inMessage) => {
    const opened = open(inHeader());
    await once(opened, "open");
    const payload = inMessage && { authorization: `Bearer ${inMessage()}` };
    opened.send(JSON.stringify({ type: "connection_init", payload }));
    const [said] = (await once(opened, "message")) as [Buffer];
    expect(JSON.parse(said.toString())).toEqual({ type: "connection_ack" });
    opened.terminate();
  });
});

test("without a key anyone may ask, and nobody may change", async () => {
  expect((await graph.send("{ graph { revision } }")).status).toBe(200);
  const { status, body } = await graph.send(mutation, { s: { source } });
  expect(status).toBe(401);
  expect(body.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});

test("a key opens as soon as it is made, and no longer once its partner is gone", async () => {
  const { source: store } = graph.store;
  await store.query(
    "insert into partners (slug, name, organisation, cities) values ('brief', 'Brief', 'city-of-oslo', '{}')",
  );
  const key = await addKey(store, "brief", new Date(Date.now() + 60_000));
  expect((await graph.send("{ graph { revision } }", {}, key)).status).toBe(200);
  await store.query("delete from partners where slug = 'brief'");
  expect((await graph.send("{ graph { revision } }", {}, key)).status).toBe(401);
});

test("of a key its public part is kept in the clear, of its secret a digest", async () => {
  const { id, secret } = readKey(graph.keys.zurich)!;
  expect(graph.keys.zurich).toMatch(/^cg_[0-9a-f]{10}_[0-9a-f]{64}$/);
  const [row] = await graph.store.source.query("select * from keys where id = $1", [id]);
  expect(row.digest).toEqual(digestOf(secret));
  expect(JSON.stringify(row)).not.toContain(secret);
  expect([isSecretOf(row.digest, secret), isSecretOf(row.digest, `${secret.slice(1)}0`)]).toEqual([true, false]);
  expect(JSON.stringify(await listKeys(graph.store.source))).not.toMatch(/digest|[0-9a-f]{64}/);
});

test("the last use of a key is noted once a minute", async () => {
  const { source: store } = graph.store;
  const key = await addKey(store, "zurich", null);
  const used = async () => (await listKeys(store, "zurich")).find(({ id }) => key.startsWith(`cg_${id}`))!.lastUsedAt;
  expect(await used()).toBeNull();
  await graph.send("{ graph { revision } }", {}, key);
  const first = await used();
  await graph.send("{ graph { revision } }", {}, key);
  expect([first, await used()]).toEqual([expect.any(Date), first]);
  await store.query("update keys set last_used_at = now() - interval '61 seconds' where id = $1", [readKey(key)!.id]);
  await graph.send("{ graph { revision } }", {}, key);
  expect((await used())!.getTime()).toBeGreaterThanOrEqual(first!.getTime());
});

test("no key is logged, good or bad", async () => {
  const lines: string[] = [];
  const server = await createServer({
    ...parts,
    identify: async (key) => (key.endsWith("bad") ? { refused: "no such key" } : { holder: {} }),
    settings: { logLevel: "trace", log: { write: (line) => void lines.push(line) } },
  });
  for (const key of ["cg_secret_good", "cg_secret_bad"]) {
    for (const query of ["{ broken }", "{ graph { revision } }", "{"])
      await server.inject({
        method: "POST",
        url: "/graphql",
        payload: { query },
        headers: { authorization: `Bearer ${key}` },
      });
  }
  await server.close();
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(lines.join("")).not.toContain("secret");
});

test("where keys cannot be looked up, the answer says so", async () => {
  const server = await createServer({ ...parts, identify: () => Promise.reject(new Error("connection refused")) });
  const { statusCode, body } = await server.inject({
    method: "POST",
    url: "/graphql",
    payload: { query: "{ graph { revision } }" },
    headers: { authorization: "Bearer cg_x" },
  });
  await server.close();
  expect([statusCode, JSON.parse(body)]).toMatchObject([503, { errors: [{ extensions: { code: "UNAVAILABLE" } }] }]);
});

test("a key revoked while its submission waits records nothing", async () => {
  const key = await addKey(graph.store.source, "zurich", null);
  // Another holds the lock of recording meanwhile.
  const other = graph.store.source.createQueryRunner();
  await other.query("select pg_advisory_lock(20260101)");
  const sent = graph.send("mutation ($s: Submission!) { submit(submission: $s) { revision } }", { s: { source } }, key);
  await waitForLock();
  await revokeKey(graph.store.source, key);
  await other.query("select pg_advisory_unlock(20260101)");
  await other.release();
  expect((await sent).body).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
});

async function waitForLock(): Promise<void> {
  const sql = "select from pg_locks where locktype = 'advisory' and objid = 20260101 and not granted";
  while ((await graph.store.source.query(sql)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("over a connection", () => {
  let origin: string;
  let app: Awaited<ReturnType<typeof createApp>>;
  beforeAll(async () => {
    app = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
    await app.listen({ host: "127.0.0.1", port: 0 });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());

  const send = (bytes: number, key?: string, path = "/graphql") =>
    fetch(`${origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query: "{ graph { revision } }", variables: { filler: "x".repeat(bytes) } }),
    });

  test("a body of 20 MB is refused with 413 and the limit, with a key and without", async () => {
    for (const key of [undefined, graph.keys.zurich]) {
      const response = await send(20_000_000, key);
      expect(response.status).toBe(413);
      const limit = key ? "8000000" : "1048576";
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: expect.stringContaining(`at most ${limit} bytes, got 2000`),
            extensions: { code: "PAYLOAD_TOO_LARGE" },
          },
        ],
      });
    }
  });

  test("a body of 2 MB passes with a key, and is refused without one, also where its length is not told", async () => {
    expect((await send(2_000_000, graph.keys.zurich)).status).toBe(200);
    expect((await send(2_000_000)).status).toBe(413);
    const told = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Blob(["x".repeat(2_000_000)]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(told.status).toBe(413);
  });

  test("where partners do not submit, a key makes no difference to the limit that is told", async () => {
    const response = await send(2_000_000, graph.keys.zurich, "/graphql/stream");
    expect([response.status, await response.json()]).toMatchObject([
      413,
      {
        errors: [
          { message: expect.stringMatching(/^The body may have at most 1048576 bytes, got 2\d+; send it in parts$/) },
        ],
      },
    ]);
  });
});
