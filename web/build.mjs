// Bundles the playground and the home page into dist/web: everything they load comes from this package.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";
import { readExamples } from "./read-examples.mjs";

const web = fileURLToPath(new URL(".", import.meta.url));
const out = join(web, "../dist/web");
const assets = join(out, "assets");

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

// GraphiQL's own stylesheet has all of the editor's; without this every chunk of the editor would bring a copy.
const withoutEditorStyles = {
  name: "without-editor-styles",
  setup({ onLoad }) {
    onLoad({ filter: /monaco-editor.esm.*\.css$/ }, () => ({ contents: "", loader: "css" }));
  },
};

const shared = {
  absWorkingDir: web,
  bundle: true,
  define: { "process.env.NODE_ENV": '"production"' },
  entryNames: "[name]-[hash]",
  legalComments: "external",
  loader: { ".svg": "copy" },
  logLevel: "warning",
  metafile: true,
  minify: true,
  outdir: assets,
  plugins: [withoutEditorStyles],
  target: "es2022",
};

const workers = await bundle({
  entryPoints: {
    "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
    "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
    "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
  },
  format: "iife",
});
const examples = await readExamples(join(web, "examples"));
const pages = await bundle({
  chunkNames: "[name]-[hash]",
  define: { ...shared.define, EXAMPLES: JSON.stringify(examples), WORKERS: JSON.stringify(byLabel(workers)) },
  entryPoints: { playground: "playground/playground.jsx", home: "home/home.css", icon: "icon.svg" },
  format: "esm",
  jsx: "automatic",
  splitting: true,
});

await writeFile(
  join(out, "manifest.json"),
  JSON.stringify({
    playground: { script: pages["playground.js"], style: pages["playground.css"] },
    home: { style: pages["home.css"] },
    pages: { css: await textOf("pages/pages.css") },
    icon: pages["icon.svg"],
    examples,
  }),
);
await compressAll();

/** Bundles; answers the address of each entry by its plain name, such as `playground.js`. */
async function bundle(options) {
  const { metafile } = await build({ ...shared, ...options });
  const entries = Object.keys(options.entryPoints);
  const addresses = {};
  for (const path of Object.keys(metafile.outputs)) {
    const name = basename(path);
    const match = /^(.+)-[A-Z0-9]{8}(\.[a-z]+)$/.exec(name);
    if (match && entries.includes(match[1])) addresses[match[1] + match[2]] = `/assets/${name}`;
  }
  return addresses;
}

/** A stylesheet with all that it imports, as text. */
async function textOf(path) {
  const { outputFiles } = await build({ ...shared, entryPoints: [path], metafile: false, write: false });
  return outputFiles.find((file) => file.path.endsWith(".css")).text;
}

function byLabel(addresses) {
  return {
    editor: addresses["editor.worker.js"],
    graphql: addresses["graphql.worker.js"],
    json: addresses["json.worker.js"],
  };
}

/** Writes each file once more for brotli and gzip, so that serving it costs nothing. */
async function compressAll() {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await Promise.all(
    (await readdir(assets)).map(async (name) => {
      const path = join(assets, name);
      const content = await readFile(path);
      if (name.endsWith(".txt") || content.length < 1024) return;
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotli));
      await writeFile(`${path}.gz`, await promisify(gzip)(content));
    }),
  );
}
