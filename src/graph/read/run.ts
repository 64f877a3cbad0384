/**
 * Runs a statement of one row under its name; answers its columns as Postgres writes them in text.
 *
 * @param who asks, so that nobody takes all that there is to run it with
 */
export type Run = (
  statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] },
  who?: string,
) => Promise<readonly (string | null)[]>;

/** An array of booleans as Postgres writes it: `{t,f}`. */
export const booleansOf = (text: string): boolean[] => [...text.matchAll(/[tf]/g)].map(([word]) => word === "t");
