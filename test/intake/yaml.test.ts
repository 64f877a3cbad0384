import { resolve } from "node:path";
import fc from "fast-check";
import { schema } from "../../src/app";
import { readFolder } from "../../src/intake/file";
import { readPlainYaml } from "../../src/intake/plain-yaml";
import { readAnyYaml, readYaml } from "../../src/intake/yaml";

const data = resolve(__dirname, "../../data");
const { files } = readFolder(schema, data);

test("nearly all of data/ is written plainly, and means the same to both readers", () => {
  const plain = files.map(({ text }) => readPlainYaml(text));
  for (const [i, { text }] of files.entries()) if (plain[i]) expect(plain[i]).toStrictEqual(readAnyYaml(text));
  expect(plain.filter(Boolean).length / files.length).toBeGreaterThan(0.9);
});

test.each([
  [
    "words that other versions of YAML take for truth",
    "a: [NO, no, y, on, off, Yes]",
    { a: ["NO", "no", "y", "on", "off", "Yes"] },
  ],
  [
    "what is true, false and null",
    "a: [true, True, FALSE, null, Null, ~, ]\nb:",
    { a: [true, true, false, null, null, null], b: null },
  ],
  [
    "numbers",
    "a: [1, -1, +1, 017, 0o17, 0x1F, 1e3, 1.5E-2, .5, 1., .inf, -.INF]",
    { a: [1, -1, 1, 17, 15, 31, 1000, 0.015, 0.5, 1, Infinity, -Infinity] },
  ],
  [
    "words that look like numbers",
    "a: [1_000, 0b1, '1', 12:30, 1 000, 1.2.3, 0x]",
    { a: ["1_000", "0b1", "1", "12:30", "1 000", "1.2.3", "0x"] },
  ],
  ["dates, which are words", "a: [2024-01-31, 2024-01-31T10:00:00Z]", { a: ["2024-01-31", "2024-01-31T10:00:00Z"] }],
  ["a merge key, which is a word", "<<: { a: 1 }\nb: 2", { "<<": { a: 1 }, b: 2 }],
  ["keys that are numbers or null", "1: a\ntrue: b\nnull: c", { 1: "a", true: "b", "": "c" }],
  ["a key that is no word of ours", "__proto__: 1\nconstructor: 2", JSON.parse('{ "__proto__": 1, "constructor": 2 }')],
  ["numbers too great", "a: 1e400", { a: Infinity }],
  ["tags", "a: !!str 1", { a: "1" }],
  ["block texts", "a: |\n  b\n  c\nd: >-\n  e\n  f\n", { a: "b\nc\n", d: "e f" }],
  ["texts over several lines", 'a: b\n  c\nd: "e\n\n  f"\n', { a: "b c", d: "e\nf" }],
  ["marks of a document and a comment", "%YAML 1.2\n---\na: b # c\n...\n", { a: "b" }],
  ["nothing", "# nothing\n", null],
])("reads %s", (_what, text, value) => {
  expect(readYaml(text)).toStrictEqual({ value });
  expect(readAnyYaml(text)).toStrictEqual({ value });
});

test.each([
  ["a key said twice", "a: 1\na: 2"],
  ["an alias", "a: &b 1\nc: *b"],
  ["a second document", "a: 1\n---\nb: 2"],
  ["a tab for an indent", "a:\n\tb: 1"],
  ["a list that is not closed", "a: [1, 2"],
  ["two keys on a line", "a: b: c"],
  ["an unknown escape", 'a: "\\q"'],
])("tells of %s", (_what, text) => {
  expect(readYaml(text)).toEqual({ faults: [expect.objectContaining({ path: expect.stringMatching(/^line \d+$/) })] });
});

const pieces = [
  ..."\n\t\r:-,#{}[]'\"&*!|>%@`?~_.+01\\\0",
  ...["& ", " | ", "|\n", ">-\n", "1e400"],
  ...[
    "  ",
    ": ",
    " #",
    "- ",
    "? ",
    "---",
    "...",
    "<<: ",
    "null",
    "true",
    "NO",
    "1e3",
    "0x1",
    "\u2028",
    "\u0085",
    "\uFEFF",
  ],
];

test("whatever befalls a data file, the quick reader reads what the other reads, or leaves it to the other", () => {
  const short = files.map(({ text }) => text.slice(0, 1200).replace(/\n[^\n]*$/, "\n"));
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(3),
    put: fc.constantFrom("", ...pieces),
  });
  const edited = fc
    .tuple(fc.constantFrom(...short), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([text, edits]) =>
      edits.reduce((before, { at, cut, put }) => {
        const start = Math.floor(at * before.length);
        return before.slice(0, start) + put + before.slice(start + cut);
      }, text),
    );
  fc.assert(
    fc.property(edited, (text) => {
      const plain = readPlainYaml(text);
      if (plain) expect(plain).toStrictEqual(readAnyYaml(text));
    }),
    { numRuns: 1500, seed: 11 },
  );
});
