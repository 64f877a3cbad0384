import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { type FastifyInstance } from "fastify";
import { sendFault } from "./faults";
import { forEver } from "./policies";

/** A worked question for the playground and the home page. */
export interface Example {
  slug: string;
  title: string;
  description: string;
  query: string;
}

/** The built web pages: what `npm run build:web` wrote. Addresses are absolute paths on this server. */
export interface Web {
  playground: { script: string; style: string };
  home: { style: string };
  /** The style of the pages of things and facts, which carry it themselves: one that is kept needs nothing else. */
  pages?: { css: string };
  icon: string;
  examples: Example[];
  /** The files under `/assets/`, by name. */
  files: ReadonlyMap<string, BuiltFile>;
}

interface BuiltFile {
  path: string;
  size: number;
}

// Beside the compiled code, or, when this runs from the sources, where the build puts it.
const built = [join(__dirname, "../../web"), join(__dirname, "../../dist/web")];

/** Opens the built web pages, from the first of the folders that has them; undefined when they were not built. */
export async function openWeb(folders: readonly string[] = built): Promise<Web | undefined> {
  for (const folder of folders) {
    const manifest = await readFile(join(folder, "manifest.json"), "utf8").catch(() => undefined);
    if (manifest === undefined) continue;
    return { ...(JSON.parse(manifest) as Omit<Web, "files">), files: await filesOf(join(folder, "assets")) };
  }
  return undefined;
}

async function filesOf(folder: string): Promise<Map<string, BuiltFile>> {
  const files = new Map<string, BuiltFile>();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    files.set(name, { path, size: (await stat(path)).size });
  }
  return files;
}

/** Serves the built files. Their names carry a hash of what is in them, so they may be kept for ever. */
export function addWeb(server: FastifyInstance, web: Web | undefined): void {
  server.get<{ Params: { name: string } }>("/assets/:name", (request, reply) => {
    const { name } = request.params;
    const type = types[extname(name)];
    const plain = web?.files.get(name);
    if (!web || !plain || !type)
      return sendFault(reply, 404, { message: `There is no file ${name}`, code: "NOT_FOUND" });
    const encoding = encodings.find(
      ({ token, suffix }) => request.headers["accept-encoding"]?.includes(token) && web.files.has(name + suffix),
    );
    const file = (encoding && web.files.get(name + encoding.suffix)) ?? plain;
    if (encoding) reply.header("content-encoding", encoding.token);
    return reply
      .header("cache-control", forEver)
      .header("content-length", file.size)
      .header("vary", "accept-encoding")
      .type(type)
      .send(createReadStream(file.path));
  });
}

const encodings = [
  { token: "br", suffix: ".br" },
  { token: "gzip", suffix: ".gz" },
];

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};
