import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Store } from "../../src/store/store";
import { memoryOf, type Serving } from "../children";
import { shown } from "../table";
import { cold, type Server, shotOf, start } from "./citegraph";
import { type Asked, answerTo, requireEqual } from "./equal";
import { ask, type Effort, type Round } from "./measure";
import { questions } from "./questions";

/** What came of all servers. */
export interface Came {
  /** By server, then by question. */
  readonly rounds: ReadonlyMap<string, ReadonlyMap<string, readonly Round[]>>;
  /** Memory of each server after all questions, in megabytes. */
  readonly memory: ReadonlyMap<string, number>;
  readonly servers: readonly Server[];
}

/** How much is asked. */
export interface Plan extends Effort {
  readonly rounds: number;
}

type Tell = (message: string) => void;

/** The questions with what they are asked with; all of them, or those that are named. */
export async function askedQuestions({ pool }: Store, only?: readonly string[]): Promise<Asked[]> {
  const asked = [];
  for (const question of questions.filter(({ name }) => only?.includes(name) ?? true)) {
    const { rows } = await pool.query<{ given: Record<string, unknown> }>(question.variables);
    asked.push({ ...question, given: rows.map(({ given }) => given) });
  }
  return asked;
}

/** Asks all these servers the same questions, in turn, round by round; each answer is first found equal to Citegraph's. */
export async function measureServers(
  store: Store,
  folder: string,
  everybody: readonly Server[],
  asked: readonly Asked[],
  plan: Plan,
  tell: Tell,
): Promise<Came> {
  const answers = join(folder, "answers.json");
  await writeFile(answers, "{}");
  const running = new Map<string, Serving>();
  const rounds = new Map(everybody.map(({ name }) => [name, new Map<string, Round[]>()]));
  try {
    for (const server of everybody) {
      tell(`Starting ${server.name}.`);
      running.set(server.name, await start(server, folder, store.url, answers));
      if (server.name === cold) await writeFile(answers, JSON.stringify(await answersOf(running.get(cold)!, asked)));
    }
    for (const question of asked) {
      for (const server of everybody)
        await requireEqual(question, running.get(cold)!.origin, server, running.get(server.name)!.origin);
      tell(`${question.name}: all answer ${question.given.length} of them alike.`);
      for (let round = 0; round <= plan.rounds; round++) {
        // Whoever goes first may find another machine than whoever goes last.
        const inTurn = round % 2 === 0 ? everybody : [...everybody].reverse();
        for (const server of inTurn) {
          const shots = question.given.map((given, at) => (server.shot ?? shotOf)(question, given, at));
          const came = await ask(running.get(server.name)!, store, shots, effortOf(question, plan));
          // The first round warms up.
          if (round === 0) continue;
          const known = rounds.get(server.name)!;
          known.set(question.name, [...(known.get(question.name) ?? []), came]);
          tell(
            `${question.name}, round ${round} of ${plan.rounds}, ${server.name}: ${shown(came.perSecond)} a second, ` +
              `${shown(came.node)} + ${shown(came.postgres)} ms of processor time`,
          );
        }
      }
    }
    const memory = new Map<string, number>();
    for (const [name, { pid }] of running) memory.set(name, await memoryOf(pid));
    return { rounds, memory, servers: everybody };
  } finally {
    for (const { stop } of running.values()) await stop();
  }
}

/** How questions are asked that some take long for. */
export const slowly = ({ seconds }: Plan): Effort => ({ connections: 2, seconds: 3 * seconds });

const effortOf = ({ isSlow }: Asked, plan: Plan): Effort => {
  const { connections, seconds } = isSlow ? slowly(plan) : plan;
  return { connections, seconds };
};

/** The bytes of Citegraph's answers, by the path under which they are asked for again. */
async function answersOf({ origin }: Serving, asked: readonly Asked[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const question of asked)
    for (const [at, given] of question.given.entries())
      answers[`/${question.name}/${at}`] = await answerTo(origin, shotOf(question, given));
  return answers;
}
