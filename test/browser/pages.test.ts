import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { type Served, serve } from "./serve";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const pictures = join(__dirname, "../../dist/screenshots");

let served: Served;
let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`no Chromium at ${executablePath}; install it (apt-get install chromium) or name it in CHROMIUM`);
  }
  await mkdir(pictures, { recursive: true });
  served = await serve();
  const args = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
  browser = await chromium.launch({ executablePath, headless: true, args });
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const pages = {
  shanghai: "/city/shanghai-cn",
  "wsca-2020": "/awardEdition/wsca-2020",
  "imd-2024": "/rankingEdition/imd-smart-city-index-2024",
  observation: "/observation/AwardEdition:wsca-2020/entrant-countries/2020",
};

const screens = [
  { name: "desktop", viewport: { width: 1280, height: 900 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
].flatMap((screen) => (["light", "dark"] as const).map((colorScheme) => ({ ...screen, colorScheme })));

test.each(screens)("pages fit a $colorScheme $name, and load nothing but their icon", async (screen) => {
  const { name, viewport, colorScheme } = screen;
  const context = await browser.newContext({ viewport, colorScheme });
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  context.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  for (const [title, path] of Object.entries(pages)) {
    const page = await context.newPage();
    await page.goto(served.address + path);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect([title, width]).toEqual([title, viewport.width]);
    await page.screenshot({ path: join(pictures, `${title}-${name}-${colorScheme}.png`) });
    await page.close();
  }
  expect(complaints).toEqual([]);
  expect(
    asked.filter((path) => !Object.values(pages).includes(decodeURI(path)) && !path.startsWith("/assets/icon")),
  ).toEqual([]);
  await context.close();
});

test("a footnote leads to its source, and a page to its query with the answer", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.address}/awardEdition/wsca-2020`);
  await page.locator(".box .notes a").first().click();
  expect(new URL(page.url()).hash).toBe("#source-1");
  await page.getByRole("link", { name: "This page as a query" }).click();
  const answer = page.locator(".graphiql-response .view-lines", { hasText: "AwardEdition:wsca-2020" });
  await answer.waitFor({ timeout: 30_000 });
  await page.close();
});
