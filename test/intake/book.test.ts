import { enter, type Revised } from "../../src/intake/book";
import { recording } from "../../src/intake/lock";
import { kinds } from "../../src/knowledge";
import { type World, world } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await world();
}, 60_000);
afterAll(() => graph.close());

/** A source that says so many new things; of no revision that there is, which Postgres refuses. */
function saying(count: number): Revised {
  const kind = kinds.find(({ name }) => name === "organisations")!;
  const changes = Array.from({ length: count }, (_, i) => {
    const row = { slug: `o-${i}`, name: `O ${i}` };
    const arrival = { kind, path: `organisations.${i}`, fact: `Organisation:o-${i}`, row };
    return { id: `c-${i}`, kind: kind.name, fact: arrival.fact, verdict: "added", before: null, arrival } as const;
  });
  return { source: "nobody", revision: 999, changes, arrivals: [] } as unknown as Revised;
}

test("what is refused while more is written down stops the recording, and nothing else", async () => {
  const heard: boolean[] = [];
  const recorded = recording(graph.store.source, (ask) => {
    const copy = () => {
      const refused = ask.copy([{ into: "nowhere", lines: "x\n" }]);
      const then = jest.spyOn(refused, "then");
      // A promise that is broken while nobody listens ends the process, whatever else that does.
      setImmediate(() => heard.push(then.mock.calls.length > 0));
      return refused;
    };
    return enter(
      Object.assign((text: string, values?: unknown[]) => ask(text, values), { copy }),
      [saying(1_900)],
    );
  });
  await expect(recorded).rejects.toMatchObject({ code: "42P01" });
  expect(heard).toEqual([true]);
});
