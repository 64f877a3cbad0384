/** What is wrong with a submission, and where. */
export interface Fault {
  /** The path to it: `placements.3.rank`. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** A submission, or a folder of them, that cannot be recorded: all its faults at once. Nothing of it was kept. */
export class FaultyError extends Error {
  constructor(readonly faults: readonly (Fault & { readonly file?: string | undefined })[]) {
    super(
      faults.map(({ file, path, message }) => `${file === undefined ? "" : `${file}: `}${path}: ${message}`).join("\n"),
    );
    this.name = "FaultyError";
  }
}
