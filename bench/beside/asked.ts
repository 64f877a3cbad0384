import { argumentsOf, countOf, misused, namedIn } from "../arguments";
import { cold } from "./citegraph";
import { type Scale, scales } from "./database";
import { serverNames } from "./names";
import { questions } from "./questions";
import { type Plan } from "./rounds";

/** What is to be measured. */
export interface AskedFor {
  readonly scale: Scale;
  /** Where the database lies, and stays; undefined for a folder that is removed. */
  readonly home: string | undefined;
  readonly plan: Plan;
  /** The names of questions; undefined for all of them, and Q7 and the mix. */
  readonly only: readonly string[] | undefined;
  /** The names of servers; undefined for all. */
  readonly beside: readonly string[] | undefined;
  /** Whether the tables are written into docs/speed.md. */
  readonly write: boolean;
}

const names = questions.map(({ name }) => name);

const usage = `usage: npm run bench:peers -- [--scale ${Object.keys(scales).join("|")}] [--home FOLDER] [--rounds N] [--seconds N]
         [--only QUESTIONS] [--beside SERVER]... [--write]

  --scale    how much the database holds; full by default
  --home     where it is made, and kept for the next time; a folder that is removed by default
  --rounds   how often each is asked in turn; 5 by default
  --seconds  how long each time; 2 by default
  --only     some of ${names.join(",")}, with commas between; without Q7 and the mix
  --beside   one of these beside Citegraph, and so on for each further one: ${serverNames.join("; ")}
  --write    puts the tables into docs/speed.md; only for all questions and all servers at full scale`;

/** Reads the arguments, before anything is installed or made. @throws Misused */
export function readAskedFor(args: string[]): AskedFor {
  const { values } = argumentsOf(
    {
      args,
      options: {
        scale: { type: "string", default: "full" },
        home: { type: "string" },
        rounds: { type: "string", default: "5" },
        seconds: { type: "string", default: "2" },
        only: { type: "string" },
        beside: { type: "string", multiple: true },
        write: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const scale = namedIn<Scale>(scales, "--scale", values.scale, usage);
  const plan = {
    connections: 16,
    rounds: countOf("rounds", values.rounds, usage),
    seconds: countOf("seconds", values.seconds, usage),
  };
  const only = known("only", values.only?.split(","), names);
  const beside = known("beside", values.beside, serverNames);
  if (values.write && (only || beside || values.scale !== "full"))
    throw misused(
      "--write expects all questions and all servers at full scale: a part cannot take the place of the whole table",
      usage,
    );
  return { scale, home: values.home, plan, only, beside: beside && [cold, ...beside], write: values.write };
}

function known(option: string, given: readonly string[] | undefined, all: readonly string[]) {
  const unknown = given?.filter((name) => !all.includes(name)) ?? [];
  if (unknown.length === 0) return given;
  throw misused(`--${option} expects ${all.join(" or ")}, got ${unknown.join(", ")}`, usage);
}
