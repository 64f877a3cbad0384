import { rm } from "node:fs/promises";
import { join } from "node:path";
import { connect, describeUrl, requireVersion } from "../../src/store/connect";
import { startEmbedded } from "../../src/store/embedded";
import { openStore } from "../../src/store/store";
import { StoreError } from "../../src/store/store-error";
import { serverUrl } from "../support/database";
import { temporaryFolder } from "../support/start-postgres";

const quiet = () => undefined;
const openAt = (url: string) => openStore({ url, home: "" }, { entities: [], migrations: [] }, quiet);

/** The address of this run's server, changed a little. */
function altered(change: (url: URL) => void): string {
  const url = new URL(serverUrl());
  change(url);
  return url.href;
}

test("a server that is not there is reported without its password, with what to do", async () => {
  const said: string[] = [];
  const url = "postgresql://reader:secret@127.0.0.1:1/facts";
  const attempt = connect(url, (message) => void said.push(message), 300);
  await expect(attempt).rejects.toBeInstanceOf(StoreError);
  await expect(attempt).rejects.toThrow(
    /^Postgres at reader@127\.0\.0\.1:1\/facts was not reached in 0 s: nothing listens there\. Start it, or mend DATABASE_URL/,
  );
  expect(said).toEqual(["Waiting for Postgres at reader@127.0.0.1:1/facts: nothing listens there (0 s of 0 s)."]);
});

test("a server that is still starting is waited for", async () => {
  const folder = await temporaryFolder();
  const first = await startEmbedded(join(folder, "home"), quiet);
  await first.stop();
  const waiting = connect(first.url, quiet);
  const second = await startEmbedded(join(folder, "home"), quiet);
  expect(second.url).toBe(first.url);
  const client = await waiting;
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await client.end();
  await second.stop();
  await rm(folder, { recursive: true });
});

test("a wrong password is reported at once", async () => {
  const attempt = openAt(altered((url) => Object.assign(url, { username: "nobody_here", password: "guess" })));
  await expect(attempt).rejects.toBeInstanceOf(StoreError);
  await expect(attempt).rejects.toThrow(/says: .*nobody_here.*\. Please mend the user.* in DATABASE_URL/);
});

test("a database that does not exist is reported at once", async () => {
  const attempt = openAt(altered((url) => Object.assign(url, { pathname: "/atlantis" })));
  await expect(attempt).rejects.toThrow(/database "atlantis" does not exist\. Please create the database/);
});

test.each(["mysql://localhost/facts", "localhost", "postgresql://me:a/b@c/d"])(
  "%s is refused as an address",
  async (url) => {
    await expect(openAt(url)).rejects.toThrow("DATABASE_URL expects postgresql://user:password@host:5432/database");
  },
);

test("an address is described without its password", () => {
  expect(describeUrl("postgres://anna%40home:secret@db.example/facts?sslmode=require")).toBe(
    "anna@home@db.example:5432/facts",
  );
});

test("Postgres 15 will do, 14 will not", () => {
  expect(() => requireVersion(150_000, "15.0")).not.toThrow();
  expect(() => requireVersion(140_011, "14.11 (Debian 14.11-1)")).toThrow(
    "Citegraph expects Postgres 15 or newer, but the server at DATABASE_URL is 14.11 (Debian 14.11-1): upgrade it",
  );
});
