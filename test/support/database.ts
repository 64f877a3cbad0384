import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** The database that holds what ships, for reading only; and the one that is migrated and empty, to be copied. */
export const [shippedName, emptyName] = ["citegraph_shipped", "citegraph_empty"];

/** A database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, and ends the connections it still has. */
  drop(): Promise<void>;
}

/**
 * Makes a database on the server of this test run.
 *
 * @param template the database to copy, which nobody may have open; by default it is empty
 */
export async function createDatabase(template = "template1"): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await command(`create database ${name} template ${template}`);
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/**
 * Makes a database that the tests of a run share, unless it is there. It has its name once it is whole; of all who want
 * it, one makes it and the others wait.
 *
 * @param fill puts into it what it is to hold, and leaves nothing open
 * @returns where it is
 */
export async function sharedDatabase(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  await onServer(async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount !== 0) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await fill(urlOf(draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return urlOf(name);
}

/** Removes a database of the server of this test run, if it is there. */
export function dropDatabase(name: string): Promise<void> {
  return command(`drop database if exists ${name} with (force)`);
}

/** The server of this test run, as an account that may make databases. */
export function serverUrl(): string {
  const url = process.env["CITEGRAPH_TEST_URL"];
  if (!url) throw new Error("expected CITEGRAPH_TEST_URL, which test/support/start-postgres.ts sets");
  return url;
}

/** Says something to the server of this test run, from outside of any database of a test's own. */
export function command(sql: string): Promise<void> {
  return onServer(async (client) => void (await client.query(sql)));
}

async function onServer(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}
