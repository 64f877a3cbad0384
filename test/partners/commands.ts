import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { main } from "../../src/cli";

/** `npx citegraph ...` for a shell, run within this process: to start one of its own for each takes seconds. */
export interface ServedCommands {
  /** The environment of a shell that finds it. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** What the shell runs as `npx`: hands its words and the key on, prints what comes, and ends as it is told. */
const npx = (port: number) => `#!${process.execPath}
const body = JSON.stringify({ words: process.argv.slice(3), key: process.env.CITEGRAPH_KEY });
fetch("http://127.0.0.1:${port}", { method: "POST", body }).then((answer) => answer.json()).then(({ out, err, code }) => {
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
});
`;

/** Serves commands to shells; whoever starts it closes it. */
export async function serveCommands(folder: string, env: NodeJS.ProcessEnv): Promise<ServedCommands> {
  const server = createServer(async (request, response) => {
    const { words, key } = JSON.parse(await text(request)) as { words: string[]; key?: string };
    response.end(JSON.stringify(await runCommand(words, { ...env, ...(key && { CITEGRAPH_KEY: key }) })));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  mkdirSync(join(folder, "bin"));
  const path = join(folder, "bin/npx");
  writeFileSync(path, npx((server.address() as AddressInfo).port));
  chmodSync(path, 0o755);
  return {
    env: { ...process.env, ...env, PATH: `${join(folder, "bin")}:${process.env["PATH"]}` },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs a command; answers what it printed, and its exit code. What it throws ends it with 1, as `run` does. */
export async function runCommand(words: readonly string[], env: NodeJS.ProcessEnv) {
  const [out, err]: [string[], string[]] = [[], []];
  const [log, note] = [out, err].map((lines) => (message: string) => void lines.push(`${message}\n`));
  const stopping = new AbortController().signal;
  const ended = await main(words, { log: log!, note: note!, stopping, env }).catch((error: Error) => {
    note!(error.message);
    return 1;
  });
  return { out: out.join(""), err: err.join(""), code: ended };
}
