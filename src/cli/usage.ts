import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Store } from "../store/store";

/** What a command is handed: what was given to it, where it tells what it does, and a signal to stop. */
export interface Given {
  readonly args: readonly string[];
  readonly log: (message: string) => void;
  /** Where it tells people what is no result: standard error, so that what it prints can be handed on. */
  readonly note: (message: string) => void;
  readonly stopping: AbortSignal;
  /** Works on the store, which is closed afterwards. */
  readonly withStore: (work: (store: Store) => Promise<void>) => Promise<undefined>;
  readonly env: NodeJS.ProcessEnv;
}

/** Does what it is asked for, and tells whether something was refused. */
export type Command = (given: Given) => Promise<{ readonly isRefused: boolean } | undefined>;

/** A command that was not understood; the message says what was expected. */
export class UsageError extends Error {}

/**
 * The words and options given to a command.
 *
 * @throws UsageError naming an option that it does not have, or that lacks its value
 */
export function read<Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split(". To specify")[0]!);
  }
}

/** The one word that a command expects. Throws UsageError for none or several. */
export function only(words: readonly string[], expected: string): string {
  const [word, ...more] = words;
  if (word !== undefined && more.length === 0) return word;
  throw new UsageError(`expected ${expected}, got ${words.length === 0 ? "nothing" : words.join(" ")}`);
}
