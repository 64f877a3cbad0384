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
