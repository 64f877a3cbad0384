// Builds, starts, and does both again whenever the code changes. Ctrl-C ends it.
import { spawn, spawnSync } from "node:child_process";
import { watch } from "node:fs";

const watched = ["src", "migrations", "data", "web"];
let server;
let timer;

function build() {
  const started = Date.now();
  const { status } = spawnSync("npm", ["run", "--silent", "build:code"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  console.log(status === 0 ? `Built in ${Date.now() - started} ms.` : "Not built; waiting for the next change.");
  return status === 0;
}

function start() {
  server = spawn(process.execPath, ["--enable-source-maps", "dist/src/main.js"], { stdio: "inherit" });
}

/** Ends the server as a signal would; it finishes what is under way. */
function stop() {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null) return resolve();
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
}

async function restart() {
  if (!build()) return;
  await stop();
  start();
}

for (const folder of watched) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, 150);
  });
}
process.on("SIGINT", async () => {
  await stop();
  process.exit(0);
});
if (build()) start();
