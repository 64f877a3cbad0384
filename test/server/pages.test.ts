import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import fastify, { type FastifyInstance } from "fastify";
import { addHome, type HomeNumbers } from "../../src/server/home";
import { playgroundPage } from "../../src/server/playground";
import { addWeb, openWeb, type Web } from "../../src/server/web";
import { open, parts } from "./parts";

const html = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
const script = "console.log(1);".repeat(100);

let folder: string;
let web: Web | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "citegraph-web-"));
  await mkdir(join(folder, "assets"));
  const manifest = {
    playground: { script: "/assets/playground-1.js", style: "/assets/playground-2.css" },
    home: { style: "/assets/home-3.css" },
    icon: "/assets/icon-4.svg",
    examples: [
      { slug: "a", title: "Who & why?", description: "An <example>", query: `{ city(slug: "zurich-ch") { name } }` },
    ],
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "assets", "playground-1.js"), script);
  await writeFile(join(folder, "assets", "playground-1.js.br"), brotliCompressSync(script));
  web = await openWeb([join(folder, "missing"), folder]);
});
afterAll(() => rm(folder, { recursive: true }));

/** A server with one part of the pages. */
const serve = async (add: (server: FastifyInstance) => void) => {
  const server = fastify();
  add(server);
  return server;
};

test("a browser that opens /graphql is shown the playground, also with a question in the address", async () => {
  const server = await open();
  for (const url of ["/graphql", "/graphql?query=%7B__typename%7D"]) {
    const response = await server.inject({ url, headers: html });
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(response.headers.vary).toContain("accept");
    expect(response.payload).toContain("<title>Citegraph playground</title>");
  }
  await server.close();
});

test("the playground's page loads only what this server has", () => {
  const addresses = [...playgroundPage(web).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses).toEqual(["/assets/icon-4.svg", "/assets/playground-2.css", "/assets/playground-1.js"]);
});

test("a playground that was not built says how to build it", () => {
  expect(playgroundPage(undefined)).toContain("npm run build:web");
});

describe("built files", () => {
  test("are served to be kept for ever", async () => {
    const server = await serve((server) => addWeb(server, web));
    const response = await server.inject("/assets/playground-1.js");
    expect(response.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "text/javascript; charset=utf-8",
      "content-length": String(script.length),
    });
    expect(response.payload).toBe(script);
  });

  test("are served as they were compressed, to those who take it", async () => {
    const server = await serve((server) => addWeb(server, web));
    const response = await server.inject({
      url: "/assets/playground-1.js",
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(response.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(response.rawPayload).toString()).toBe(script);
  });

  test.each(["/assets/other.js", "/assets/..%2Fmanifest.json", "/assets/playground-1.js.br", "/assets/__proto__"])(
    "do not include %s",
    async (url) => {
      const server = await serve((server) => addWeb(server, web));
      expect((await server.inject(url)).statusCode).toBe(404);
    },
  );
});

describe("the home page", () => {
  const page = async (home: () => Promise<HomeNumbers>) => {
    const server = await serve((server) => addHome(server, home, web));
    const response = await server.inject({ url: "/", headers: { host: "graph.example:4000" } });
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    return response.payload;
  };

  test("shows the live numbers and when they were recorded", async () => {
    const text = await page(parts.home);
    expect(text).toContain("<div><dt>cities</dt><dd>1,234</dd></div>");
    expect(text).toContain(`Revision 7, recorded on <time datetime="2025-03-01T10:00:00.000Z">1 March 2025</time>`);
  });

  test("links worked questions into the playground, as text that cannot be mistaken for markup", async () => {
    const text = await page(parts.home);
    expect(text).toContain("<strong>Who &amp; why?</strong> <span>An &lt;example&gt;</span>");
    const href = /href="(\/graphql\?[^"]*)"/.exec(text)?.[1] ?? "";
    expect(new URLSearchParams(href.split("?")[1]).get("query")).toBe(`{ city(slug: "zurich-ch") { name } }`);
  });

  test("gives a command for the address it was opened at", async () => {
    expect(await page(parts.home)).toContain("curl http://graph.example:4000/graphql");
  });

  test("says so when nothing is recorded yet", async () => {
    const text = await page(async () => ({ revision: 0, recordedAt: null, counts: [{ label: "cities", value: 0 }] }));
    expect(text).toContain("Nothing is recorded yet");
  });

  test("stands without numbers when the store does not answer", async () => {
    const text = await page(() => Promise.reject(new Error("connect ECONNREFUSED")));
    expect(text).toContain("The numbers cannot be read now");
    expect(text).not.toContain("ECONNREFUSED");
  });
});
