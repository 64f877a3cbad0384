import { SendFault } from "./cli/send";
import { ConfigError } from "./config";
import { FaultyError } from "./intake/fault";
import { PartnerFault } from "./partners/book";
import { RedisRefusal } from "./server/rates/redis";
import { explainLoss, StoreError } from "./store/store-error";

/**
 * Runs a program that closes what it opens. The first signal asks it to stop, the second ends it at once; a fault that is
 * somebody else's is told in a line, one of ours with its stack.
 */
export async function run(
  program: (stopping: AbortSignal, log: (message: string) => void) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(new Stopped());
    });
  }
  if (process.argv.includes("--with-parent")) stopWithParent(() => stop.abort(new Stopped()));
  try {
    await program(stop.signal, (message) => console.log(message));
    process.exit();
  } catch (error) {
    if (error instanceof Stopped) console.error(error.message);
    if (stop.signal.aborted) process.exit(130);
    console.error(toldPlainly(explainLoss(error)));
    process.exit(1);
  }
}

/** npm, told to stop, ends without a word to the program it runs; it is noticed by its absence. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 300);
  watch.unref();
}

class Stopped extends Error {
  override readonly message = "Stopped before it was done; nothing is half-recorded.";
}

function toldPlainly(error: unknown): unknown {
  if (error instanceof FaultyError) {
    const count = error.faults.length === 1 ? "1 fault" : `${error.faults.length} faults`;
    return `${error.message}\n${count}; nothing was recorded. Mend them and try again.`;
  }
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof RedisRefusal)
    return error.message;
  if (error instanceof PartnerFault || error instanceof SendFault) return error.message;
  const { code, port, address, hostname } = error as Partial<Record<"code" | "address" | "hostname", string>> & {
    port?: number;
  };
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `${address ?? hostname} is no address of this machine; set HOST to one that is, such as 127.0.0.1 or 0.0.0.0.`;
  if (code === "EADDRINUSE")
    return `Port ${port} at ${address} is in use; set PORT to another, such as PORT=${Number(port) + 1}.`;
  if (code === "EACCES" && port) return `Port ${port} may not be used by this account; set PORT to one above 1023.`;
  return error;
}
