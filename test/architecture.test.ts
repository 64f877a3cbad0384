import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";

/** Who may import whom, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  fair: [],
  scoring: [],
  forecast: [],
  graph: [],
  store: ["fair"],
  knowledge: ["graph"],
  insights: ["fair", "graph", "knowledge", "scoring", "forecast"],
  partners: ["knowledge"],
  intake: ["graph", "knowledge", "partners"],
  pages: ["graph"],
  server: ["fair", "graph"],
  "config.ts": [],
  cli: ["config.ts", "intake", "partners", "store"],
  "run.ts": ["cli", "config.ts", "intake", "partners", "server", "store"],
  "app.ts": ["config.ts", "graph", "insights", "intake", "knowledge", "pages", "partners", "server", "store"],
  "open-graph.ts": ["config.ts", "knowledge", "partners", "store", "migrations"],
  "main.ts": ["app.ts", "config.ts", "open-graph.ts", "run.ts"],
  "cli.ts": ["app.ts", "cli", "config.ts", "graph", "intake", "open-graph.ts", "run.ts", "store"],
};

const src = resolve(__dirname, "../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const read = (file: string) => readFileSync(join(src, file), "utf8");

/** The files of ours that `file` imports; migrations, which lie beside `src`, by that word. */
function importsOf(file: string): string[] {
  const paths = [...read(file).matchAll(/from "(\.[^"]+)"/g)].map(([, path]) => normalize(join(dirname(file), path!)));
  return paths.map((path) => {
    if (path.startsWith("../migrations")) return "migrations";
    return files.find((known) => [`${path}.ts`, `${path}/index.ts`].includes(known)) ?? path;
  });
}

const part = (file: string) => file.split("/")[0]!;

test.each(files)("%s imports only what its part may", (file) => {
  const allowed = [part(file), ...(mayImport[part(file)] ?? [])];
  expect(importsOf(file).filter((to) => !allowed.includes(part(to)))).toEqual([]);
});

test("no file imports itself by any way round", () => {
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    else if (!done.has(file)) {
      for (const to of importsOf(file).filter((other) => files.includes(other))) visit(to, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("a kind imports no fact of another kind", () => {
  const kindOf = (file: string) => (/^knowledge\/[^/]+\//.test(file) ? file.split("/")[1] : undefined);
  const isAboutThings = (file: string) => /extends (Thing|Node) /.test(read(file)) || /ExternalId/.test(read(file));
  const isSpokenOf = (file: string) => isAboutThings(file) || /implements: \[Fact, Subject\]/.test(read(file));
  const wrong = files
    .filter((file) => kindOf(file) !== undefined)
    .flatMap((file) => importsOf(file).map((to) => [file, to] as const))
    .filter(([file, to]) => kindOf(to) !== undefined && kindOf(to) !== kindOf(file) && !isSpokenOf(to));
  expect(wrong).toEqual([]);
});

test("only config.ts reads the environment", () => {
  const readers = files.filter((file) => /process\.env/.test(read(file)));
  // main.ts and cli.ts hand it on whole, the embedded server hands it to its child; production.ts is for libraries that look there.
  expect(readers.sort()).toEqual(["cli.ts", "main.ts", "production.ts", "store/embedded/run.ts"]);
});
