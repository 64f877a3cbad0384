import { type OwnWorld, world } from "../support/world";
import { readLinked } from "./linked";
import { readPage } from "./markup";
import { open } from "./server";

const evil = `</script><script>alert("1")</script><img src=x onerror='alert(2)'> & "quoted" \u2028`;
const yaml = `
source:
  slug: hostile
  kind: PRESS
  title: ${JSON.stringify(`Title ${evil}`)}
  authors: [${JSON.stringify(evil)}]
  publisher: hostile
  url: "https://example.org/?a=1&b=%3C"
  licenceClass: UNCLEAR
  licence: ${JSON.stringify(evil)}
organisations:
  - { slug: hostile, name: ${JSON.stringify(`Name ${evil}`)}, aliases: [${JSON.stringify(evil)}] }
countries:
  - { slug: cn, name: China, iso2: CN, iso3: CHN }
cities:
  - { slug: shanghai-cn, name: Shanghai, country: cn }
statements:
  - { about: "City:shanghai-cn", topic: evil, text: ${JSON.stringify(`Text ${evil}`)}, speaker: ${JSON.stringify(evil)} }
`;

let own: OwnWorld;
beforeAll(async () => {
  own = await world(yaml);
}, 60_000);
afterAll(() => own?.close());

test.each(["/organisation/hostile", "/source/hostile", "/city/shanghai-cn", "/statement/City:shanghai-cn/evil"])(
  "%s shows hostile words as words",
  async (path) => {
    const { app, get } = await open(own);
    const { status, text } = await get(path);
    expect(status).toBe(200);
    const { text: words, scripts } = readPage(text);
    expect(words).toContain(`alert("1")`);
    expect(scripts.map(({ type }) => type)).toEqual(["application/ld+json"]);
    expect(text).not.toMatch(/<script>|<img/);
    await readLinked(scripts[0]!.text);
    const linked = await get(path, "application/ld+json");
    expect((await readLinked(linked.text)).size).toBeGreaterThan(1);
    await app.close();
  },
);
