import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What can be set from outside. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** A Postgres to use; without it we bring our own. */
  databaseUrl: string | undefined;
  /** Where our own Postgres keeps its data; an absolute path. */
  home: string;
  logLevel: LogLevel;
  /** How much of answers is kept to be given again, in bytes; 0 keeps none. */
  cacheBytes: number;
  /** What one address or key may ask within a minute, by cost; 0 is without bounds. */
  rate: number;
  /** A Redis in which all instances count together what is asked; without it each counts for itself. */
  redisUrl: string | undefined;
  /** How many proxies stand in front, whose word is taken for who asks. */
  proxies: number;
  /** How many connections one address may have open; 0 is without bounds. */
  connections: { readonly perAddress: number };
  /** The address by which others reach the graph, as permalinks and citations print it; no slash at its end. */
  publicUrl: string;
}

/** How much is logged, from most to nothing. */
export type LogLevel = (typeof logLevels)[number];

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** A setting that is not what it should be; the message names every one. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * The settings in an environment. One that is missing or empty has its default.
 *
 * @throws ConfigError naming every wrong setting, what it should be and what it was; never a password
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];

  const read = <Value>(name: string, byDefault: Value, expected: string, parse: Parse<Value>): Value => {
    const text = env[name]?.trim();
    if (!text) return byDefault;
    const value = parse(text);
    if (value !== undefined) return value;
    faults.push(`${name} expects ${expected}, got ${secrets.has(name) ? withoutPassword(text) : JSON.stringify(text)}`);
    return byDefault;
  };

  const host = read("HOST", "127.0.0.1", "an address or a host name, such as 127.0.0.1 or 0.0.0.0", parseHost);
  const port = read("PORT", 4000, "a whole number from 0 to 65535", parsePort);
  const proxies = read(
    "CITEGRAPH_PROXIES",
    0,
    "how many proxies stand in front, a whole number from 0 to 9",
    parseProxies,
  );
  const config: Config = {
    host,
    port,
    databaseUrl: read(
      "DATABASE_URL",
      undefined,
      "a url such as postgres://user:password@host:5432/name",
      parsePostgres,
    ),
    home: read("CITEGRAPH_HOME", resolve(".citegraph"), "a path", parsePath),
    cacheBytes:
      read("CITEGRAPH_CACHE_MB", 32, "a whole number of megabytes from 0 to 4096; 0 keeps no answers", parseMegabytes) *
      1_000_000,
    rate: read("CITEGRAPH_RATE", 3_000_000, "a whole number of at least 200000, or 0 for no bounds", parseRate),
    redisUrl: read(
      "CITEGRAPH_REDIS",
      undefined,
      "a url such as redis://user:password@host:6379/0 (rediss:// with TLS)",
      parseRedis,
    ),
    proxies,
    connections: {
      perAddress: read(
        "CITEGRAPH_PER_ADDRESS",
        // Behind a proxy all connections come from its address.
        proxies > 0 ? 0 : 500,
        "a whole number of connections from 0 to 5000; 0 is without bounds",
        parseConnections,
      ),
    },
    logLevel: read("LOG_LEVEL", "info", `one of ${logLevels.join(", ")}`, parseLogLevel),
    publicUrl: read(
      "PUBLIC_URL",
      `http://${reachable(host)}:${port}`,
      "an http or https address such as https://citegraph.example, without a query",
      parsePublicUrl,
    ),
  };
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  return config;
}

/** A partner's key, for commands that send with one; undefined where none is set. */
export const readKey = (env: NodeJS.ProcessEnv): string | undefined => env["CITEGRAPH_KEY"]?.trim() || undefined;

/** The settings that may hold a password. */
const secrets: ReadonlySet<string> = new Set(["DATABASE_URL", "CITEGRAPH_REDIS"]);

type Parse<Value> = (text: string) => Value | undefined;

/** A host as an address names it; one that stands for every address of the machine is reached as this one. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

const parseHost: Parse<string> = (text) => (/^[\w.:%-]+$/.test(text) ? text : undefined);

const parsePort: Parse<number> = (text) =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;

const parsePostgres: Parse<string | undefined> = (text) =>
  ["postgres:", "postgresql:"].includes(urlOf(text)?.protocol ?? "") ? text : undefined;

const parseRedis: Parse<string | undefined> = (text) => {
  const url = urlOf(text);
  const isRedis = url?.host && ["redis:", "rediss:"].includes(url.protocol) && !url.search && !url.hash;
  return isRedis && /^(\/\d{0,4})?$/.test(url.pathname) ? text : undefined;
};

const parsePublicUrl: Parse<string> = (text) => {
  const url = urlOf(text);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.search || url.hash || url.username) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
};

const parsePath: Parse<string> = (text) => (text.includes("\0") ? undefined : resolve(text));

const parseMegabytes: Parse<number> = (text) =>
  /^\d{1,4}$/.test(text) && Number(text) <= 4096 ? Number(text) : undefined;

const parseConnections: Parse<number> = (text) =>
  /^\d{1,4}$/.test(text) && Number(text) <= 5_000 ? Number(text) : undefined;

/** What one operation may cost must be within what a minute may. */
const parseRate: Parse<number> = (text) =>
  /^\d{1,12}$/.test(text) && (Number(text) === 0 || Number(text) >= 200_000) ? Number(text) : undefined;

const parseProxies: Parse<number> = (text) => (/^\d$/.test(text) ? Number(text) : undefined);

const parseLogLevel: Parse<LogLevel> = (text) => logLevels.find((level) => level === text.toLowerCase());

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function withoutPassword(text: string): string {
  const url = urlOf(text);
  if (!url?.host) return "something that is no url";
  return `"${url.protocol}//${url.host}${url.pathname}"`;
}

/** The folder of the package, where `data/` lies, whether the code runs as it is written or as it is built. */
export const packageRoot = rootAbove(__dirname);

function rootAbove(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : rootAbove(dirname(folder));
}
