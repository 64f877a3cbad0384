import { type GraphQLSchema, isObjectType } from "graphql";
import { type Model } from "../../graph/model";
import { documentOf, type Look } from "./document";
import { html } from "./markup";

/** The page of our own words, at the address that JSON-LD names them by: types, then fields with what each type means by it. */
export function renderVocabulary(schema: GraphQLSchema, model: Model, look: Look): string {
  const types = [...model.types.keys()].sort().flatMap((name) => {
    const type = schema.getType(name);
    return isObjectType(type) ? [type] : [];
  });
  const fields = new Map<string, Map<string, string[]>>();
  for (const type of types) {
    for (const { name, description } of Object.values(type.getFields())) {
      const meanings = fields.get(name) ?? new Map<string, string[]>();
      fields.set(name, meanings);
      const meaning = description ?? "";
      meanings.set(meaning, [...(meanings.get(meaning) ?? []), type.name]);
    }
  }
  const typeLines = types.map(
    ({ name, description }) => html`<dt id="${name}">${name}</dt><dd>${description ?? ""}</dd>\n`,
  );
  const fieldLines = [...fields]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(
      ([name, meanings]) => html`<dt id="${name}">${name}</dt>
${[...meanings].map(([meaning, of]) => html`<dd>${meaning} <span class="quiet">${of.join(", ")}</span></dd>\n`)}`,
    );
  return documentOf({
    title: "Vocabulary",
    description: "The words of Citegraph's JSON-LD that are its own.",
    look,
    main: html`<h1>Vocabulary</h1>
<p class="lead">The words of the JSON-LD of things and facts, where schema.org and PROV have none. They are those of the <a href="/schema.graphql">schema</a>.</p>
<h2>Types</h2>
<dl class="words">\n${typeLines}</dl>
<h2>Fields</h2>
<dl class="words">\n${fieldLines}<dt id="evidenceStatus">evidenceStatus</dt><dd>How well a fact is borne out.</dd>
<dt id="independentPublishers">independentPublishers</dt><dd>How many independent publishers make claims that stand.</dd>
</dl>
`,
  });
}
