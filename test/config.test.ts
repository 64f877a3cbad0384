import { resolve } from "node:path";
import { ConfigError, readConfig } from "../src/config";

test("an empty environment gives the defaults", () => {
  expect(readConfig({})).toEqual({
    host: "127.0.0.1",
    port: 4000,
    databaseUrl: undefined,
    home: resolve(".citegraph"),
    logLevel: "info",
    cacheBytes: 32_000_000,
    rate: 3_000_000,
    redisUrl: undefined,
    proxies: 0,
    connections: { perAddress: 500 },
    publicUrl: "http://127.0.0.1:4000",
  });
});

test("every setting is taken from the environment", () => {
  const env = {
    HOST: "::",
    PORT: "8080",
    DATABASE_URL: "postgres://ada:secret@db:5432/citegraph",
    CITEGRAPH_HOME: "/var/lib/citegraph",
    LOG_LEVEL: "WARN",
    CITEGRAPH_CACHE_MB: "8",
    CITEGRAPH_RATE: "500000",
    CITEGRAPH_REDIS: "rediss://ada:secret@redis:6380/2",
    CITEGRAPH_PROXIES: "1",
    CITEGRAPH_PER_ADDRESS: "0",
    PUBLIC_URL: "https://citegraph.example/",
  };
  expect(readConfig(env)).toEqual({
    host: "::",
    port: 8080,
    databaseUrl: "postgres://ada:secret@db:5432/citegraph",
    home: "/var/lib/citegraph",
    logLevel: "warn",
    cacheBytes: 8_000_000,
    rate: 500_000,
    redisUrl: "rediss://ada:secret@redis:6380/2",
    proxies: 1,
    connections: { perAddress: 0 },
    publicUrl: "https://citegraph.example",
  });
});

test("a host that stands for every address is reached by a name that others can open", () => {
  for (const HOST of ["0.0.0.0", "::"]) expect(readConfig({ HOST }).publicUrl).toBe("http://localhost:4000");
  expect(readConfig({ HOST: "::1" }).publicUrl).toBe("http://[::1]:4000");
});

test("behind proxies one address may have all connections, unless that is set", () => {
  expect(readConfig({ CITEGRAPH_PROXIES: "1" }).connections).toEqual({ perAddress: 0 });
  const env = { CITEGRAPH_PROXIES: "1", CITEGRAPH_PER_ADDRESS: "100" };
  expect(readConfig(env).connections).toEqual({ perAddress: 100 });
});

test("an empty setting is as good as a missing one", () => {
  expect(readConfig({ DATABASE_URL: "", PORT: " " })).toEqual(readConfig({}));
});

test("all wrong settings are named at once, each with what it should be and what it was", () => {
  const env = {
    HOST: "http://here",
    PORT: "70000",
    DATABASE_URL: "mysql://db:3306/x",
    CITEGRAPH_HOME: "a\0b",
    LOG_LEVEL: "loud",
    CITEGRAPH_PER_ADDRESS: "many",
  };
  expect(() => readConfig(env)).toThrow(
    new ConfigError(
      [
        'HOST expects an address or a host name, such as 127.0.0.1 or 0.0.0.0, got "http://here"',
        'PORT expects a whole number from 0 to 65535, got "70000"',
        'DATABASE_URL expects a url such as postgres://user:password@host:5432/name, got "mysql://db:3306/x"',
        'CITEGRAPH_HOME expects a path, got "a\\u0000b"',
        'CITEGRAPH_PER_ADDRESS expects a whole number of connections from 0 to 5000; 0 is without bounds, got "many"',
        'LOG_LEVEL expects one of trace, debug, info, warn, error, fatal, silent, got "loud"',
      ].join("\n"),
    ),
  );
});

test.each(["-1", "4000.5", "1e3", "four", "65536", "0x10"])("a port %s is refused", (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(`PORT expects a whole number from 0 to 65535, got "${PORT}"`);
});

test.each(["mysql://ada:secret@db/x", "ada:secret", "ada:secret@db", "secret"])(
  "a refused database url keeps its password: %s",
  (DATABASE_URL) => {
    let message = "";
    try {
      readConfig({ DATABASE_URL });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("DATABASE_URL expects a url such as postgres://");
    expect(message).not.toContain("secret");
  },
);

test.each(["redis://db/x", "redis://:secret@db/1?family=6", "http://ada:secret@db", "secret@db:6379", "redis:secret"])(
  "a Redis is an address of one, and keeps its password when refused: %s",
  (CITEGRAPH_REDIS) => {
    let message = "";
    try {
      readConfig({ CITEGRAPH_REDIS });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("CITEGRAPH_REDIS expects a url such as redis://user:password@host:6379/0");
    expect(message).not.toContain("secret");
  },
);

test.each(["redis://localhost", "redis://:secret@localhost:6379/", "redis://[::1]:6379/15"])(
  "a Redis is taken as it stands: %s",
  (CITEGRAPH_REDIS) => {
    expect(readConfig({ CITEGRAPH_REDIS }).redisUrl).toBe(CITEGRAPH_REDIS);
  },
);
