import { expand, toRDF } from "jsonld";

const options = {
  safe: true,
  documentLoader: (url: string) => Promise.reject(new Error(`a document may fetch nothing, it fetched ${url}`)),
};

/** A JSON-LD document as nodes by their ids, all words written out. Throws where anything would be lost or fetched. */
export async function readLinked(text: string): Promise<Map<string, Record<string, unknown>>> {
  const document = JSON.parse(text) as object;
  const triples = await toRDF(document, { ...options, format: "application/n-quads" });
  if (!triples.includes(" ")) throw new Error("the document says nothing");
  const nodes = await expand(document, options);
  return new Map(nodes.map((node) => [String(node["@id"]), node]));
}
