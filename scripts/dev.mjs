// Builds, starts, and does both again whenever the code, the pages or the data change. Ctrl-C ends it.
import { spawn, spawnSync } from "node:child_process";
import { watch } from "node:fs";

/** What is built anew when something in a folder changes; for data a new start is enough. */
const folders = { src: ["build:code"], migrations: ["build:code"], web: ["build:web"], data: [] };
const wanted = new Set(["build:code", "build:web"]);
let server;
let timer;
let turn = Promise.resolve();

function build() {
  for (const script of wanted) {
    const started = Date.now();
    const { status } = spawnSync("npm", ["run", "--silent", script], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    if (status !== 0) {
      console.log("Not built; waiting for the next change.");
      return false;
    }
    console.log(`${script} took ${Date.now() - started} ms.`);
    wanted.delete(script);
  }
  return true;
}

function start() {
  server = spawn(process.execPath, ["--enable-source-maps", "dist/src/main.js", "--with-parent"], {
    stdio: "inherit",
  });
}

/** Ends the server as a signal would; it finishes what is under way. */
function stop() {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
}

async function restart() {
  if (!build()) return;
  await stop();
  start();
}

for (const [folder, scripts] of Object.entries(folders)) {
  watch(folder, { recursive: true }, () => {
    for (const script of scripts) wanted.add(script);
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(restart);
    }, 150);
  });
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await stop();
    process.exit(0);
  });
}
turn = restart();
