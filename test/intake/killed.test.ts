import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type PartnerWorld, partnerWorld, source } from "../partners/world";
import { everything, keptOfSource, largeOf, nothing, rows } from "./large";

const root = join(__dirname, "../..");

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

interface Recorder {
  readonly child: ChildProcess;
  readonly ready: Promise<unknown>;
}

/** Starts a process that records when it is told to. */
function start(): Recorder {
  const script = [join(root, "test/intake/submit-when-told.ts"), graph.store.url, graph.keys.zurich];
  const child = spawn(process.execPath, ["--require", join(root, "test/support/typescript.js"), ...script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  return { child, ready: once(child.stdout!, "data") };
}

const keptOf = (slug: string) => keptOfSource(graph.store, slug);
const large = (slug: string) => largeOf({ ...source, slug }, "City:zurich-ch");

test("a recorder that is killed twelve times in the middle leaves all or nothing each time, and what comes after records", async () => {
  const recorders = [start(), start(), start()];
  // One that is left alone shows how long it takes.
  const first = recorders.shift()!;
  await first.ready;
  const began = performance.now();
  first.child.stdin!.write(`${JSON.stringify(large("zurich-0"))}\n`);
  await once(first.child.stdout!, "data");
  const whole = performance.now() - began;
  first.child.kill("SIGKILL");
  expect(await keptOf("zurich-0")).toEqual(everything);

  const kills = 12;
  let undone = 0;
  for (let i = 1; i <= kills; i++) {
    const { child, ready } = recorders.shift()!;
    if (recorders.length + i <= kills) recorders.push(start());
    await ready;
    const gone = once(child, "exit");
    child.stdin!.write(`${JSON.stringify(large(`zurich-${i}`))}\n`);
    await pause((whole * i) / (kills + 1));
    child.kill("SIGKILL");
    await gone;
    const kept = await keptOf(`zurich-${i}`);
    expect(kept).toEqual(kept.claims === 0 ? nothing : everything);
    if (kept.claims === 0) undone++;
  }
  for (const { child } of recorders) child.kill("SIGKILL");
  // Were none undone, none was killed in the middle.
  expect(undone).toBeGreaterThan(0);
  for (const i of [1, 6, 12]) {
    await graph.submit(large(`zurich-${i}`));
    expect(await keptOf(`zurich-${i}`)).toEqual(everything);
  }
}, 240_000);

describe("over a connection that is dropped", () => {
  let port: number;
  beforeAll(async () => {
    await graph.server.listen({ host: "127.0.0.1", port: 0 });
    port = (graph.server.server.address() as AddressInfo).port;
  });

  /** Sends a submission, or a part of it, and drops the connection. */
  async function sendAndDrop(slug: string, share: number): Promise<void> {
    const query = "mutation ($s: Submission!) { submit(submission: $s) { revision } }";
    const body = Buffer.from(JSON.stringify({ query, variables: { s: large(slug) } }));
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: Bearer ${graph.keys.zurich}\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    await new Promise((resolve) => socket.write(body.subarray(0, body.length * share), resolve));
    await pause(100);
    socket.destroy();
  }

  test("a submission that came in part is not recorded", async () => {
    await sendAndDrop("zurich-half", 0.5);
    expect(await keptOf("zurich-half")).toEqual(nothing);
  });

  test("a submission that came whole is recorded once, also when it is sent again", async () => {
    await sendAndDrop("zurich-whole", 1);
    const again = await graph.submit(large("zurich-whole"));
    expect(again.revision).toBeNull();
    expect(await keptOf("zurich-whole")).toEqual(everything);
  });

  test("to Postgres, nothing is recorded and the answer says so; the next submission is recorded", async () => {
    const sent = graph.submit(large("zurich-lost"));
    const busy =
      "select pid from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like '%copy claims%'";
    let [victim] = await graph.store.pool.query(busy).then(({ rows: found }) => found);
    while (!victim) [victim] = await graph.store.pool.query(busy).then(({ rows: found }) => found);
    await graph.store.pool.query("select pg_terminate_backend($1)", [victim.pid]);
    await expect(sent).rejects.toThrow("the store cannot be reached at the moment");
    expect(await keptOf("zurich-lost")).toEqual(nothing);
    expect((await graph.submit(large("zurich-lost"))).counts).toMatchObject({ added: rows + 1 });
  });
});
