/** Words as a slug: lower case, accents dropped, all else hyphens. */
export function slugOf(words: string): string {
  const plain = words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
