import { type ParseArgsConfig, parseArgs } from "node:util";

/** What was asked for cannot be done as it was asked; nobody needs to see where in the code that was found. */
export class Misused extends Error {}

/**
 * The arguments of a command. `--help` prints how it is used and ends the process.
 *
 * @throws Misused with one line on what was expected, and the usage
 */
export function argumentsOf<Config extends ParseArgsConfig>(config: Config, usage: string) {
  const help = { help: { type: "boolean", short: "h", default: false } } as const;
  try {
    const read = parseArgs({ ...config, options: { ...config.options, ...help } });
    if (!(read.values as { help?: boolean }).help) return parseArgs(config);
  } catch (error) {
    const [first = ""] = (error as Error).message.split(/\. |\n/);
    throw misused(`expected the words below, got: ${first}`, usage);
  }
  process.stdout.write(`${usage}\n`);
  process.exit();
}

/** An error that says what was expected, and how the command is used. */
export const misused = (what: string, usage: string) => new Misused(`${what}\n\n${usage}`);

/** A whole number of at least 1. @throws Misused for any other text */
export function countOf(name: string, text: string, usage: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw misused(`--${name} expects a whole number of at least 1, got ${text}`, usage);
}

/** The value of this name. @throws Misused where there is none */
export function namedIn<Value>(values: Readonly<Record<string, Value>>, name: string, text: string, usage: string) {
  const value = Object.hasOwn(values, text) ? values[text] : undefined;
  if (value !== undefined) return value;
  throw misused(`${name} expects ${Object.keys(values).join(" or ")}, got ${text}`, usage);
}

/** Runs a command: what it was asked wrongly is told in words, what goes wrong in it with where. */
export function runCommand(command: () => Promise<void>): void {
  Promise.resolve()
    .then(command)
    .catch((error: unknown) => {
      if (error instanceof Misused) process.stderr.write(`${error.message}\n`);
      else console.error(error);
      process.exitCode = 1;
    });
}
