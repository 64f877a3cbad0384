import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dust, type PartnerWorld, partnerWorld, source } from "../partners/world";

const root = join(__dirname, "../..");

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const rows = 1500;

/** A submission large enough to be killed in the middle. */
function large(slug: string) {
  const day = (i: number) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
  return { source: { ...source, slug }, observations: Array.from({ length: rows }, (_, i) => dust(day(i), i % 400)) };
}

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

/** What is kept of a source, once nobody is recording any more. */
async function keptOf(slug: string) {
  const runner = graph.store.source.createQueryRunner();
  await runner.query("select pg_advisory_lock(20260101)");
  const [kept] = await runner.query(
    `select (select count(*)::int from claims where source = $1) as claims,
      (select count(*)::int from changes where source_slug = $1) as changes,
      (select count(*)::int from revisions where source = $1) as revisions,
      (select count(*)::int from claims c join observations o on 'Observation:' || o.id = c.fact where c.source = $1) as observations,
      (select max(number) = count(*) from revisions) as "inOrder"`,
    [slug],
  );
  await runner.query("select pg_advisory_unlock(20260101)");
  await runner.release();
  return kept as Record<"claims" | "changes" | "revisions" | "observations", number> & { inOrder: boolean };
}

const nothing = { claims: 0, changes: 0, revisions: 0, observations: 0, inOrder: true };
const everything = { claims: rows + 1, changes: rows + 1, revisions: 1, observations: rows, inOrder: true };

test("a recorder that is killed twenty times in the middle leaves all or nothing each time, and what comes after records", async () => {
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

  const kills = 20;
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
  for (const i of [1, 10, 20]) {
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
