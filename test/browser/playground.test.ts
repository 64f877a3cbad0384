import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type Served, serve } from "./serve";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const pictures = join(__dirname, "../../dist/screenshots");
const quiet = [
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking",
  "--disable-component-update --disable-sync",
].flatMap((line) => line.split(" "));

let served: Served;
let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`no Chromium at ${executablePath}; install it (apt-get install chromium) or name it in CHROMIUM`);
  }
  if (!existsSync(join(__dirname, "../../dist/web/manifest.json"))) {
    throw new Error("the pages are not built; run `npm run build`");
  }
  await mkdir(pictures, { recursive: true });
  served = await serve();
  // Names resolve to nothing: whatever is not served from here is missing and seen to be missing.
  const args = [...quiet, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
  browser = await chromium.launch({ executablePath, headless: true, args });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Opens a page in a browser that has never been here; answers it with all that it asked for and complained of. */
async function visit(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(served.address + path);
  return { page, context, asked, complaints };
}

/** Waits until the answer pane shows the text. */
const answer = (page: Page, text: string) =>
  page.locator(".graphiql-response .view-lines", { hasText: text }).waitFor({ timeout: 30_000 });

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

test("opens with a worked question and its answer, loading nothing from elsewhere", async () => {
  const { page, context, asked, complaints } = await visit("/graphql");
  await answer(page, "rankingEdition");
  expect(await page.locator(".examples li").count()).toBeGreaterThanOrEqual(3);
  expect(asked.filter((url) => !/^(data|blob):/.test(url) && new URL(url).hostname !== "127.0.0.1")).toEqual([]);
  expect(asked.some((url) => url.includes(".worker-"))).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});

test("a worked question is asked with one press", async () => {
  const { page, context } = await visit("/graphql");
  await answer(page, "rankingEdition");
  await page.getByRole("button", { name: /^Where did a city stand/ }).click();
  await answer(page, '"placements"');
  expect(await page.locator(".graphiql-tab-active").textContent()).toContain("ACityThroughTheYears");
  await context.close();
});

test("a copied link brings back the question, its variables and its answer", async () => {
  const query = "query Counted($with: Boolean!) { graph { revision @include(if: $with) __typename } }";
  const variables = '{ "with": true }';
  const opened = await visit(`/graphql?${new URLSearchParams({ query, variables })}`);
  await answer(opened.page, '"revision"');
  await opened.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await opened.page.getByRole("button", { name: "Copy a link to this question" }).click();
  await opened.page.getByText("Link copied").waitFor();
  const link = new URL(await opened.page.evaluate("navigator.clipboard.readText()"));
  expect(link.searchParams.get("query")).toBe(query);
  expect(link.searchParams.get("variables")).toBe(variables);
  await opened.context.close();

  const again = await visit(link.pathname + link.search);
  await answer(again.page, '"revision"');
  await again.context.close();
});

test("a link is not held up by what was open last time", async () => {
  const { page, context } = await visit("/graphql");
  await answer(page, "rankingEdition");
  await page.goto(`${served.address}/graphql?query=${encodeURIComponent("{ graph { __typename } }")}`);
  await answer(page, '"Graph"');
  await context.close();
});

test("the documentation is one link away", async () => {
  const { page, context } = await visit("/graphql#docs");
  await page.locator(".graphiql-doc-explorer").getByText("Query", { exact: true }).first().click();
  await page.locator(".graphiql-doc-explorer").getByText("rankingEdition", { exact: true }).waitFor();
  await context.close();
});

test("the home page leads to a question and its answer", async () => {
  const { page, context, complaints } = await visit("/");
  await page.getByRole("link", { name: /^Who is number one/ }).click();
  await answer(page, "rankingEdition");
  expect(complaints).toEqual([]);
  await context.close();
});

test.each(["light", "dark"] as const)("is drawn for a %s screen", async (colorScheme) => {
  const { page, context } = await visit("/", { colorScheme });
  const brightness = () =>
    page.evaluate(`
    getComputedStyle(document.querySelector(".graphiql-container") ?? document.body)
      .backgroundColor.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3`);
  const expectBrightness = async () => {
    if (colorScheme === "light") expect(await brightness()).toBeGreaterThan(200);
    else expect(await brightness()).toBeLessThan(60);
  };
  await expectBrightness();
  await picture(page, `home-${colorScheme}`);
  await page.goto(`${served.address}/graphql`);
  await answer(page, "rankingEdition");
  await expectBrightness();
  await picture(page, `playground-${colorScheme}`);
  await context.close();
});
