import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { openGraph } from "../../src/open-graph";
import { setPartner } from "../../src/partners/book";
import { addKey } from "../../src/partners/keyring";
import { type Store } from "../../src/store/store";
import { createDatabase, type TestDatabase } from "../support/database";
import { everything, keptOfSource, largeOf, nothing } from "./large";

const root = join(__dirname, "../..");

interface Serving {
  readonly child: ChildProcess;
  /** Where it is reached, once it serves. */
  readonly address: Promise<string>;
}

let database: TestDatabase;
let store: Store;
let key: string;
let servers: Serving[];
beforeAll(async () => {
  database = await createDatabase();
  servers = [start()];
  // The first start makes the graph: what ships is recorded by the server itself.
  await servers[0]!.address;
  store = await openGraph({ databaseUrl: database.url, home: "" }, () => {});
  await setPartner(store.source, {
    slug: "barcelona",
    name: "Barcelona",
    organisation: "barcelona-city-council",
    cities: ["barcelona-es"],
  });
  key = await addKey(store.source, "barcelona", null);
}, 120_000);
afterAll(async () => {
  for (const { child } of servers) child.kill("SIGKILL");
  await store.close();
  await database.drop();
});

/** Starts the server as `npm start` does, in a process of its own. */
function start(): Serving {
  const env = { ...process.env, DATABASE_URL: database.url, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent" };
  const script = ["--require", join(root, "test/support/typescript.js"), join(root, "src/main.ts")];
  const child = spawn(process.execPath, script, { env, stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  const address = (async () => {
    for await (const line of createInterface(child.stdout!)) {
      said.push(line);
      const ready = /ready at (\S+)/.exec(line)?.[1];
      if (ready) return ready;
    }
    throw new Error(`expected the server to be ready, got ${JSON.stringify(said)}`);
  })();
  // Whoever waits for it is told; who does not, because it was killed, is not troubled.
  address.catch(() => undefined);
  return { child, address };
}

const head = {
  kind: "PARTNER",
  title: "Air",
  publisher: "barcelona-city-council",
  licence: "CC0-1.0",
  licenceClass: "PERMISSIVE",
};

const query = "mutation ($submission: Submission!) { submit(submission: $submission) { counts { added } revision } }";

/** Submits much over HTTP, and answers how many rows were added. */
async function send(address: string, slug: string): Promise<number> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { submission: largeOf({ ...head, slug }, "City:barcelona-es") } }),
  });
  const { data } = (await response.json()) as { data: { submit: { counts: { added: number } } } };
  return data.submit.counts.added;
}

test("the server, killed eight times while it records what comes over HTTP, leaves all or nothing each time and starts again", async () => {
  const kills = 8;
  servers.push(start());
  // One that is left alone shows how long it takes.
  const began = performance.now();
  expect(await send(await servers[0]!.address, "barcelona-0")).toBe(everything.claims);
  const whole = performance.now() - began;
  let undone = 0;
  for (let i = 1; i <= kills; i++) {
    const { child, address } = servers.shift()!;
    // The next starts meanwhile, beside the one that is to be killed, as a second instance does.
    servers.push(start());
    const sent = send(await address, `barcelona-${i}`).catch(() => undefined);
    await pause((whole * i) / (kills + 1));
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    await sent;
    const kept = await keptOfSource(store, `barcelona-${i}`);
    expect(kept).toEqual(kept.claims === 0 ? nothing : everything);
    if (kept.claims === 0) undone++;
  }
  // Were none undone, none was killed in the middle.
  expect(undone).toBeGreaterThan(0);
  const address = await servers[0]!.address;
  for (const i of [1, kills]) {
    await send(address, `barcelona-${i}`);
    expect(await keptOfSource(store, `barcelona-${i}`)).toEqual(everything);
  }
}, 240_000);
