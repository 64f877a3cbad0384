import { readFileSync } from "node:fs";
import { shipped } from "../support/world";
test("ask", async () => {
  const graph = await shipped();
  for (const q of readFileSync("/tmp/fore/q.graphql", "utf8").split("---")) {
    const t = performance.now();
    const a = await graph.answer(q);
    process.stderr.write(JSON.stringify({ data: a.data, errors: a.errors?.map((e) => [e.message, e.path, e.extensions]) }, null, 1).replace(/\n\s{4,}/g, " ") + `\n${performance.now() - t} ms\n`);
  }
  await graph.close();
}, 100_000);
