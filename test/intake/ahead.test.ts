import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schema } from "../../src/app";
import { load } from "../../src/intake/load";
import { readAhead } from "../../src/intake/read-files";
import { temporaryFolder } from "../support/start-postgres";
import { type OwnWorld, world } from "../support/world";

const organisation = (name: string) => `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: ${name} }]
`;

let graph: OwnWorld;
let folder: string;
beforeEach(async () => {
  graph = await world();
  folder = await temporaryFolder();
  writeFileSync(join(folder, "catalogue.yaml"), organisation("Us"));
}, 60_000);
afterEach(() => graph.close());

const recorded = async () =>
  (await graph.ask<{ organisation: unknown }>('{ organisation(slug: "us") { name } }')).organisation;

test("files that were read ahead are recorded as they stand", async () => {
  const ahead = await readAhead(schema, folder);
  expect([...ahead.keys()]).toEqual([expect.stringMatching(/^catalogue\.yaml /)]);
  await load(graph.store.source, schema, folder, () => {}, { ahead });
  expect(await recorded()).toEqual({ name: "Us" });
});

test("a file that has changed since is read anew", async () => {
  const ahead = await readAhead(schema, folder);
  writeFileSync(join(folder, "catalogue.yaml"), organisation("We"));
  await load(graph.store.source, schema, folder, () => {}, { ahead });
  expect(await recorded()).toEqual({ name: "We" });
});

test("what cannot be read is told by the load, and faults read ahead as well", async () => {
  writeFileSync(join(folder, "broken.yaml"), "a: [");
  writeFileSync(join(folder, "wrong.yaml"), organisation("5").replace("catalogue", "other"));
  const ahead = await readAhead(schema, folder);
  expect(ahead.size).toBe(2);
  const told = load(graph.store.source, schema, folder, () => {}, { ahead });
  await expect(told).rejects.toThrow(
    /^broken\.yaml: line 1: .*\nwrong\.yaml:3: organisations\.0\.name: expected text, got 5/s,
  );
});
