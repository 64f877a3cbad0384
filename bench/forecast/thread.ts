import { parentPort, workerData } from "node:worker_threads";
import type { Asked } from "./arguments";
import type { Case } from "./cases";
import { scored } from "./score-all";

/** What a thread of the bench does: it scores the series it is handed. */
const { cases, asked } = workerData as { readonly cases: readonly Case[]; readonly asked: Asked };
parentPort!.postMessage({ scores: scored(cases, asked, () => parentPort!.postMessage({ done: 1 })) });
