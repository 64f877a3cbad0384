import { CORE_SCHEMA, load, mapTag } from "js-yaml";

/**
 * The value of a YAML text that is written plainly, as nearly every data file is; undefined of any other, which is left to
 * the reader that knows lines and faults, and takes ten times as long.
 *
 * Both read YAML 1.2 by its core schema. Where they might not take a text for the same, it does not count as plain.
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
  if (unsure.test(text)) return undefined;
  try {
    return { value: load(text, { schema, maxAliases: 0 }) };
  } catch {
    return undefined;
  }
}

// Tabs and carriage returns, lines joined in quotes, marks of documents; where a value could begin: tags, anchors, aliases,
// keys with a mark of their own, block texts, numbers that may be too great to be told from infinity.
const unsure = new RegExp(
  String.raw`[\r\t\uFEFF]|\\\n|^ *(?:---|\.\.\.|%)|\d{300}|` +
    String.raw`(?:^|[\s,[{:])(?:!|[&*](?! )|\?(?!\S)|[|>][\d+-]* *(?:#.*)?$|[-+.\d]+[eE][+-]?\d{3})`,
  "m",
);

// A key that is null, a number or a list becomes a word in more than one way.
const schema = CORE_SCHEMA.withTags({
  ...mapTag,
  addPair: (map, key, value) => (typeof key === "string" ? mapTag.addPair(map, key, value) : "expected a word"),
});
