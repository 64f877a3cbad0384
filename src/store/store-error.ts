/**
 * A fault of the store that whoever runs Citegraph can mend.
 *
 * Its message stands alone: what was expected, what came, what to do. Nobody needs its stack trace.
 */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** The system codes that mean "this folder cannot be written", and what to do about each. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: make room",
  EDQUOT: "the disk quota is used up: make room",
  // What mkdir says of a folder on a disk that is read-only.
  ENOENT: "it cannot be made there: choose another folder with CITEGRAPH_HOME",
  EROFS: "the disk is read-only: choose another folder with CITEGRAPH_HOME",
  EACCES: "permission denied: run as the user the folder belongs to, or choose another with CITEGRAPH_HOME",
  EPERM: "not permitted: run as the user the folder belongs to, or choose another with CITEGRAPH_HOME",
  ENOTDIR: "a file stands where a folder is needed: move it, or choose another folder with CITEGRAPH_HOME",
  EEXIST: "a file stands where a folder is needed: move it, or choose another folder with CITEGRAPH_HOME",
};

/** Says in words that a folder cannot be written; any other error is handed back as it came. */
export function explainFolder(error: unknown, folder: string): unknown {
  const remedy = remedies[(error as NodeJS.ErrnoException | null)?.code ?? ""];
  return remedy ? new StoreError(`Cannot keep data in ${folder}: ${remedy}.`, { cause: error }) : error;
}

/** What a connection says that ended before its work was done. */
const lost = /^(ECONN|EPIPE|57P0|08)/;

/**
 * Says in words that the database was lost, or had no room left, in the middle of a work; any other error is handed back
 * as it came.
 */
export function explainLoss(error: unknown): unknown {
  const { driverError = error } = error as { driverError?: unknown };
  const { code = "", message = "" } = driverError as { code?: string; message?: string };
  if (code === "53100")
    return new StoreError(`Postgres says: ${message}. Please make room on its disk, and start again.`);
  if (!lost.test(code) && !/Connection terminated|not queryable/.test(message)) return error;
  return new StoreError(
    `Postgres went away in the middle of the work (${message}); nothing is half-recorded. Start again.`,
  );
}
