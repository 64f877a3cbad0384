import type { Measure, MethodName } from "../../src/forecast";

/** What the bench is asked to do. */
export interface Asked {
  readonly file: string;
  readonly method: MethodName;
  /** What the series hold; "auto": amounts above zero for the combination, plain numbers for the classic methods. */
  readonly measure: "auto" | Measure["kind"];
}

/** @throws Error with the usage if an argument is not understood */
export function readArguments(given: readonly string[], names: readonly MethodName[]): Asked {
  let [file, method, measure]: [string, MethodName, Asked["measure"]] = ["", "combination", "auto"];
  for (let i = 0; i < given.length; i++) {
    const word = given[i]!;
    if (word === "--method")
      method = names.find((name) => name === given[i + 1]) ?? refuse(names, `no method ${given[i + 1]}`);
    else if (word === "--measure")
      measure = measures.find((name) => name === given[i + 1]) ?? refuse(names, `no measure ${given[i + 1]}`);
    else if (word.startsWith("-") || file !== "") refuse(names, `not understood: ${word}`);
    else file = word;
    if (word.startsWith("--")) i++;
  }
  return file === "" ? refuse(names, "a file is expected") : { file, method, measure };
}

const measures = ["auto", "any", "positive"] as const;

function refuse(names: readonly MethodName[], what: string): never {
  throw new Error(
    `${what}\nusage: npm run bench:forecast -- FILE [--method ${names.join("|")}] [--measure ${measures.join("|")}]\n` +
      'FILE: one series a line, {"id", "period", "frequency", "horizon", "history": [...], "actual": [...]}',
  );
}
