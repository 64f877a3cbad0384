/** What these tests use of jsonld, which comes without types. */
declare module "jsonld" {
  interface Options {
    /** Throws where anything of a document would be lost. */
    safe: boolean;
    documentLoader(url: string): Promise<never>;
  }
  export function expand(document: object, options: Options): Promise<Record<string, unknown>[]>;
  export function toRDF(document: object, options: Options & { format: "application/n-quads" }): Promise<string>;
}
