import { readFile } from "node:fs/promises";
import { run } from "./run";

/**
 * When a process came to life, in words that tell it from a later process of the same id; undefined if none lives.
 */
export async function birth(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform === "linux") return birthOnLinux(pid);
  // Windows tells it only to programs of its own: there an id alone must do.
  if (process.platform === "win32") return "some time";
  return (await run("ps", ["-o", "lstart=", "-p", String(pid)])).output.trim() || undefined;
}

/** The command line of a living process, as one string; undefined where it is not to be had. */
export async function commandLine(pid: number): Promise<string | undefined> {
  if (!isAlive(pid) || process.platform === "win32") return undefined;
  if (process.platform !== "linux") return (await run("ps", ["-o", "command=", "-p", String(pid)])).output.trim();
  return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function birthOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // proc(5): the name, in parentheses, may hold anything; the state follows it, and 19 fields later the start.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, started] = [fields[0], fields[19]];
  if (started === undefined || state === "Z" || state === "X") return undefined;
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()}/${started}`;
}
