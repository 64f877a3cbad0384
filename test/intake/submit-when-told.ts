import "reflect-metadata";
import { createInterface } from "node:readline";
import { createSchema } from "../../src/graph/schema";
import { subscriptionSdl } from "../../src/graph/subscription";
import { createForPartner } from "../../src/intake/for-partner";
import { mutationSdl } from "../../src/intake/mutation";
import { Submission } from "../../src/intake/submission";
import { submit } from "../../src/intake/submit";
import { declarations, edges, graphTypes } from "../../src/knowledge";
import { GraphQuery } from "../../src/knowledge/graph";
import { identify } from "../../src/partners/identify";
import { openStore } from "../../src/store/store";

/**
 * A process that records for a partner, without the parts of the server that take long to load: says "ready", submits the
 * JSON that comes as a line, and says "done".
 */
async function main(url: string, key: string): Promise<void> {
  const { schema } = createSchema({
    resolvers: [GraphQuery],
    types: [...graphTypes, Submission],
    declarations,
    edges,
    computed: [],
    sdl: [subscriptionSdl, mutationSdl].join("\n"),
  });
  const store = await openStore({ url, home: "" }, { entities: [], migrations: [] }, () => {});
  const holder = await identify(store.source, key);
  const forPartner = createForPartner(store.source, () => undefined);
  process.stdout.write("ready\n");
  for await (const line of createInterface(process.stdin)) {
    const given = {
      submission: JSON.parse(line),
      mode: "MERGE",
      dryRun: false,
      acceptValid: false,
      tellsEvidence: false,
    } as const;
    const { revision } = await submit(forPartner, schema, holder, given);
    process.stdout.write(`done ${revision}\n`);
  }
}

void main(process.argv[2]!, process.argv[3]!);
