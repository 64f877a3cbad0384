/** Whether a change of rank between two editions is a change of place; the words are told in the graph. */
export type Verdict = "COMPARABLE" | "UNCERTAIN" | "DIFFERENT_LISTS" | "REFUSED";

/** One reason for it, in words. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}
