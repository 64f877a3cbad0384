import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schema } from "../../src/app";
import { load } from "../../src/intake/load";
import { temporaryFolder } from "../support/start-postgres";
import { type OwnWorld, world } from "../support/world";

const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: citegraph, licence: CC-BY-4.0, licenceClass: PERMISSIVE }
organisations: [{ slug: citegraph, name: Citegraph }]
countries: [{ slug: cn, name: China, iso2: CN, iso3: CHN }]
cities: [{ slug: shanghai-cn, name: Shanghai, country: cn }]
indicators: [{ slug: air, name: Air, definition: Fine dust., unit: "µg/m³", direction: LOWER_IS_BETTER, subjects: [CITY], minimum: 0 }, { slug: entries, name: Entries, definition: What competed., unit: entries, direction: NOT_SCORED, subjects: [CITY], minimum: 1 }]
awards: [{ slug: prize, name: The Prize, organiser: citegraph }]
expos: [{ slug: fair, name: The Fair }]
`;

const head =
  "source: { slug: bad, kind: PRESS, title: Bad, publisher: citegraph, licence: CC0, licenceClass: PERMISSIVE }";

const observation = (more: string, indicator = "air") =>
  `${head}\nobservations:\n  - { subject: "City:shanghai-cn", indicator: ${indicator}, period: "2023", ${more} }\n`;

/** What a file says, and what is told of it. */
const table: readonly [title: string, yaml: string, ...faults: string[]][] = [
  ["an empty file", "", "bad.yaml: submission: expected a source and what it says, got nothing"],
  ["a file of comments", "# later\n", "bad.yaml: submission: expected a source and what it says, got nothing"],
  ["a list", "- a\n", 'bad.yaml: submission: Expected type "Submission" to be an object. Got ["a"].'],
  [
    "no source",
    "placements: []\n",
    'bad.yaml: source: Field "source" of required type "SourceInput!" was not provided.',
  ],
  [
    "a source without a licence",
    "source: { slug: bad, kind: PRESS, title: Bad, publisher: citegraph, licenceClass: UNCLEAR }",
    'bad.yaml:1: source.licence: Field "licence" of required type "String!" was not provided.',
  ],
  [
    "an empty text",
    head.replace("CC0", '" "'),
    'bad.yaml:1: source.licence: expected text, got " "; leave it out where it is not known',
  ],
  [
    "a zero character",
    head.replace("title: Bad", 'title: "a\\0b"'),
    'bad.yaml:1: source.title: expected text, got a zero character in "a\\u0000b"',
  ],
  [
    "half a character",
    head.replace("title: Bad", 'title: "a\\ud83d"'),
    'bad.yaml:1: source.title: expected text, got half a character in "a\\ud83d"',
  ],
  ["two documents", `${head}\n---\n${head}\n`, "bad.yaml: line 2: expected one document a file, got another; split it"],
  ["one key twice", `${head}\nwins: []\nwins: []\n`, "bad.yaml: line 3: Map keys must be unique"],
  [
    "aliases, which could stand for more than memory holds",
    `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n${head}\n`,
    "bad.yaml: line 2: expected a value, got the alias *a; write it out",
    "bad.yaml: line 3: expected a value, got the alias *b; write it out",
  ],
  [
    "a value that is text",
    observation("value: many"),
    'bad.yaml:3: observations.0.value: expected a number, got "many"',
  ],
  [
    "a part of an index without a name",
    `${head}\nindices:\n  - { slug: sum, name: Sum, version: 1, description: Made., parts: [{ indicator: air }] }\n`,
    'bad.yaml:3: indices.0.parts.0.name: Field "name" of required type "Slug!" was not provided.',
  ],
  ["a number in quotes", observation('value: "0"'), 'bad.yaml:3: observations.0.value: expected a number, got "0"'],
  [
    "a value that is no number",
    observation("value: .nan"),
    "bad.yaml:3: observations.0.value: expected a number, got NaN",
  ],
  [
    "null for unknown",
    observation("value: null"),
    "bad.yaml:3: observations.0.value: expected a value, got null; leave the row out where it is not known",
  ],
  [
    "0 for unknown",
    observation("value: 0", "entries"),
    "bad.yaml:3: observations.0.value: entries expects 1 or more, got 0; leave the row out where the number is not known",
  ],
  [
    "an unknown unit",
    observation("value: 1, unit: furlongs"),
    "bad.yaml:3: observations.0.unit: air is measured in 'µg/m³', got 'furlongs'",
  ],
  [
    "an unknown indicator",
    observation("value: 1", "airs"),
    "bad.yaml:3: observations.0.indicator: no Indicator `airs`; did you mean `air`?",
  ],
  [
    "a source cited but not defined",
    observation("value: 1, source: other"),
    'bad.yaml:3: observations.0.source: Field "source" is not defined by type "ObservationInput".',
  ],
  [
    "a subject that is no global id",
    observation("value: 1").replace("City:", ""),
    expect.stringMatching(
      /^bad\.yaml:3: observations\.0\.subject: no `shanghai-cn`; expected a global id such as `City:shanghai-cn`, of Source, /,
    ),
  ],
  [
    "a city no one knows",
    observation("value: 1").replace("shanghai", "shangai"),
    "bad.yaml:3: observations.0.subject: no City `shangai-cn`; did you mean `shanghai-cn`?",
  ],
  [
    "a win in an edition that does not exist",
    `${head}\nwins:\n  - { edition: prize-2020, city: shanghai-cn }\n`,
    "bad.yaml:3: wins.0.edition: no AwardEdition `prize-2020`; add it to the catalogue of awardEditions, or mend the spelling",
  ],
  [
    "an end before the start",
    `${head}\nexpoEditions:\n  - { slug: fair-2023, expo: fair, year: 2023, starts: 2023-05-03, ends: 2023-05-01 }\n`,
    "bad.yaml:3: expoEditions.0.ends: expected 2023-05-03 (the start) or later, got 2023-05-01",
  ],
  [
    "a day that no month has",
    `${head}\nexpoEditions:\n  - { slug: fair-2023, expo: fair, year: 2023, starts: 2023-02-30 }\n`,
    'bad.yaml:3: expoEditions.0.starts: PartialDate expects a date as far as it is known: `2023`, `2023-06` or `2023-06-21`, got "2023-02-30"',
  ],
  [
    "a forecast whose points do not rise",
    `${head}\nforecasts:\n  - slug: f\n    forecaster: citegraph\n    indicator: air\n    subject: City:shanghai-cn\n    points:\n      - { year: 2025, value: 1 }\n      - { year: 2024, value: 2 }\n`,
    "bad.yaml:9: forecasts.0.points.1.year: expected a year after 2025, got 2024",
  ],
  [
    "one fact twice",
    `${head}\nobservations:\n${observation("value: 1").split("\n")[2]}\n${observation("value: 2").split("\n")[2]}\n`,
    expect.stringMatching(
      /^bad\.yaml:4: observations\.1: says Observation:\S+ a second time; observations\.0 says it first\. Keep one of them\.$/,
    ),
  ],
];

let graph: OwnWorld;
let folder: string;
beforeAll(async () => {
  graph = await world(catalogue);
  folder = await temporaryFolder();
}, 60_000);
afterAll(() => graph.close());

/** What is told of a load that must fail, line by line. */
const toldOf = (path: string): Promise<string[]> =>
  load(graph.store.source, schema, path, () => {}).then(
    () => [],
    (error: Error) => (error.name === "FaultyError" ? error.message.split("\n") : Promise.reject(error)),
  );

const revision = () => graph.ask("{ graph { revision counts { kind count } } }");

test.each(table)("%s is told, and nothing is recorded", async (_title, yaml, ...faults) => {
  const before = await revision();
  writeFileSync(join(folder, "bad.yaml"), yaml);
  expect(await toldOf(join(folder, "bad.yaml"))).toEqual(faults);
  expect(await revision()).toEqual(before);
});

test("faults of every sort are told at once, in the order of lines: of shape, of rules, of names, of values", async () => {
  const yaml = `${head}
cities:
  - { slug: pudong-cn, name: 5, country: cn }
expoEditions:
  - { slug: fair-2023, expo: fair, year: 2023, starts: 2023-05-03, ends: 2023-05-01 }
wins:
  - { edition: prize-2020, city: shanghai-cn }
  - { edition: prize-2020, city: pudong-cn, category: 7 }
observations:
  - { subject: "City:shanghai-cn", indicator: air, period: "2023", value: many }
  - { subject: "City:shanghai-cn", indicator: air, period: "2022", value: -5 }
  - { subject: "City:shanghai-cn", indicator: airs, period: "2022", value: 5 }
  - { subject: "City:shanghai-cn", indicator: air, period: "2021", value: 1 }
  - { subject: "City:shanghai-cn", indicator: air, period: "2021", value: 2 }
  - { subject: "City:pudong-cn", indicator: air, period: "2021", value: 3, unit: kg }
`;
  const before = await revision();
  writeFileSync(join(folder, "bad.yaml"), yaml);
  const told = await toldOf(join(folder, "bad.yaml"));
  expect(told.map((line) => line.split(": ", 2).join(": "))).toEqual([
    "bad.yaml:3: cities.0.name",
    "bad.yaml:5: expoEditions.0.ends",
    "bad.yaml:7: wins.0.edition",
    "bad.yaml:8: wins.1.category",
    "bad.yaml:8: wins.1.edition",
    "bad.yaml:10: observations.0.value",
    "bad.yaml:11: observations.1.value",
    "bad.yaml:12: observations.2.indicator",
    "bad.yaml:14: observations.4",
    "bad.yaml:15: observations.5.unit",
  ]);
  expect(await revision()).toEqual(before);
});

test("a folder's files that cannot be read are told all at once", async () => {
  const path = join(folder, "unreadable");
  mkdirSync(path);
  writeFileSync(join(path, "binary.yaml"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe]));
  writeFileSync(join(path, "long.yaml"), Buffer.alloc(8_000_001, "#"));
  symlinkSync("loop.yaml", join(path, "loop.yaml"));
  symlinkSync(path, join(path, "round"));
  symlinkSync("nowhere.yaml", join(path, "missing.yaml"));
  expect(await toldOf(path)).toEqual([
    "binary.yaml: expected text in UTF-8, got other bytes",
    "long.yaml: expected at most 8000000 bytes, got 8000001; split it",
    expect.stringMatching(/^loop\.yaml: cannot be read: ELOOP/),
    "missing.yaml: no such file or folder",
  ]);
});

test("a path that leads nowhere is told", async () => {
  const path = join(folder, "nothing");
  expect(await toldOf(path)).toEqual([`${path}: no such file or folder`]);
  mkdirSync(path);
  expect(await toldOf(path)).toEqual([`${path}: expected .yaml files, found none`]);
});
