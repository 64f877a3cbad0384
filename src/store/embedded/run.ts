import { spawn } from "node:child_process";

/** An account of this machine. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** How a command ended; `code` is null when it could not be started or was killed. */
export interface Outcome {
  readonly code: number | null;
  /** What it printed, both streams; or why it could not be started. */
  readonly output: string;
}

/** Runs a command to its end, as `user` when one is given; never throws. */
export function run(command: string, args: readonly string[], user?: User): Promise<Outcome> {
  return new Promise((done) => {
    let output = "";
    const child = spawn(command, args, { ...spawnAs(user), stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once("error", (error) => done({ code: null, output: error.message }));
    child.once("close", (code) => done({ code, output }));
  });
}

/** The options of `spawn` that make a child a child of `user`. */
export function spawnAs(user: User | undefined) {
  // PGPORT and its like would speak to the programs we run as if we had said it. The present folder may be closed to `user`.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG")));
  // In a session of its own a child does not hear the Ctrl-C that is meant for Node.
  const base = { env, cwd: "/", windowsHide: true, detached: process.platform !== "win32" };
  return user ? { ...base, uid: user.uid, gid: user.gid } : base;
}
