import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/config";

/** The folder of those we are measured beside. */
const folder = join(packageRoot, "bench/peers");

/** Installs the peers where they are not, or not as their lock file has them, and compiles what is written for them. */
export function installPeers(tell: (message: string) => void): void {
  const installed = join(folder, "node_modules/.package-lock.json");
  const isThere =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, "package-lock.json")).mtimeMs;
  if (!isThere) {
    tell("Installing the peers, which takes a minute or two.");
    execFileSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], { cwd: folder, stdio: ["ignore", 2, 2] });
  }
  execFileSync(process.execPath, [join(packageRoot, "node_modules/typescript/bin/tsc"), "-p", folder], {
    stdio: ["ignore", 2, 2],
  });
}

/** Where a script of the peers lies. */
export const peer = (script: string): string => join(folder, "dist", script);

/** The version of a package that the peers use. */
export const versionOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
};

/** A Node that PostGraphile 5 runs on, 22 or newer: this one, or the one that npm has installed for it. */
export function newerNode(): string {
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  const binary = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(binary)) return binary;
  throw new Error(`PostGraphile 5 expects Node 22 or newer, got ${process.version}; run this with a newer Node`);
}
