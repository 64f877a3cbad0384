import { states } from "../graph/worlds/rich";
import { world } from "../support/world";

test("numbers are told in words to their last digit, without zeros behind it", async () => {
  const graph = await world();
  await graph.load(...states[1]!);
  const { observations } = await graph.ask<{ observations: { nodes: { text: string }[] } }>(
    `{ observations { nodes { text } } }`,
  );
  await graph.close();
  expect(observations.nodes.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      "28.4 µg/m³",
      "up to 10 µg/m³",
      "0.00001 people, provisional",
      "1,234,567.125 people, estimated",
      "-1,500,000,000,000,000 US dollars",
      "about 24,000,000 people",
    ]),
  );
}, 60_000);
