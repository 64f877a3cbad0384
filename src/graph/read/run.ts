/** Runs a statement of one row under its name; answers its columns as Postgres writes them in text. */
export type Run = (statement: {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}) => Promise<readonly (string | null)[]>;

/** An array of booleans as Postgres writes it: `{t,f}`. */
export const booleansOf = (text: string): boolean[] => [...text.matchAll(/[tf]/g)].map(([word]) => word === "t");
