import { model, schema } from "../src/app";
import { createReader } from "../src/graph/read/reader";
import { type Run } from "../src/graph/read/run";
import { reckoned } from "../src/insights";
import { inThisThread } from "../src/insights/work/in-this-thread";

/** The compiled read over statements run as the caller runs them. */
export const readerOver = (run: Run) =>
  createReader({
    schema,
    model,
    reckoned,
    run,
    near: async () => [],
    surroundings: { publicUrl: "http://127.0.0.1:4000" },
    work: inThisThread,
  });
