/** What is wrong with a submission, and where. */
export interface Fault {
  /** The path to it: `placements.3.rank`; empty for a file as a whole. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** A fault of a data file: `placements.yaml:12`, or the file alone where no line is known. */
export interface FileFault extends Fault {
  readonly file?: string | undefined;
}

/** A submission, or a folder of them, that cannot be recorded: all its faults at once. Nothing of it was kept. */
export class FaultyError extends Error {
  constructor(readonly faults: readonly FileFault[]) {
    super(faults.map(({ file, path, message }) => [file, path, message].filter(Boolean).join(": ")).join("\n"));
    this.name = "FaultyError";
  }
}
