import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** An empty database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, and ends the connections it still has. */
  drop(): Promise<void>;
}

/** Makes an empty database on the server of this test run. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  await command(`create database ${name}`);
  return { url: url.href, drop: () => dropDatabase(name) };
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
export async function command(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
