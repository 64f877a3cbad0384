/** What is wrong with a submission, and where. */
export interface Fault {
  /** The path to it: `placements.3.rank`; empty for a file as a whole. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
  /** What sort of fault it is; INVALID_VALUE unless told otherwise. */
  readonly code?: FaultCode | undefined;
  /** What was expected, by itself, where that can be said apart. */
  readonly expected?: string | undefined;
  /** Values near to what came that would do, nearest first. */
  readonly nearest?: readonly string[] | undefined;
}

/** The sorts of faults, each with what it means. */
export const faultCodes = {
  INVALID_VALUE: "The value has not the shape, or not the meaning, that its field expects.",
  UNKNOWN: "It names what neither the submission nor the graph knows.",
  OUT_OF_RANGE: "The value is less or more than its indicator can be.",
  DUPLICATE: "A row before it says the same fact.",
  DEFINED_ELSEWHERE: "Another source defines the thing already.",
  FORBIDDEN: "The partner may not say this.",
  UNCHANGEABLE: "What was recorded stays as it was: a forecast that is revised is a new one that names the old.",
  SPOKEN_OF: "It cannot be retracted, since others still speak of it.",
  SOURCE_REFUSED: "The row is as it should be, but its source is refused.",
} as const;

export type FaultCode = keyof typeof faultCodes;

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
