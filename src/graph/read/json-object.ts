/** SQL for a JSON object of these pairs of key and value. A function of Postgres takes 100 arguments at most; beyond that, objects are written in pieces. */
export function jsonObject(pairs: readonly string[]): string {
  if (pairs.length <= 50) return `json_build_object(${pairs.join(", ")})`;
  const head = `left(json_build_object(${pairs.slice(0, 50).join(", ")})::text, -1)`;
  return `(${head} || ', ' || substr(${jsonObject(pairs.slice(50))}::text, 2))::json`;
}
