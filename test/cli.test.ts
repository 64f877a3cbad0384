import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { runCommand } from "./partners/commands";
import { dust, type PartnerWorld, partnerWorld, source } from "./partners/world";
import { temporaryFolder } from "./support/start-postgres";

let graph: PartnerWorld;
let env: NodeJS.ProcessEnv;
let folder: string;
beforeAll(async () => {
  graph = await partnerWorld();
  await graph.server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = graph.server.server.address() as AddressInfo;
  env = { DATABASE_URL: graph.store.url, PORT: String(port), CITEGRAPH_KEY: graph.keys.zurich };
  folder = await temporaryFolder();
}, 60_000);
afterAll(() => graph.close());

const run = (...words: string[]) => runCommand(words, env);

const file = (name: string, submission: unknown) => {
  writeFileSync(join(folder, name), typeof submission === "string" ? submission : JSON.stringify(submission));
  return join(folder, name);
};

const misused: [words: string, told: string][] = [
  ["", "expected a command"],
  ["sumbit", "no command `sumbit`"],
  ["load", "expected one file or folder, got nothing"],
  ["partner", "expected the slug of a partner, got nothing"],
  ["partner rename zurich", "partner expects add, change, list, show or remove, got rename"],
  ["partner add Zürich --name Z --organisation z --city z", "a slug is lower-case words joined by hyphens"],
  ["partner add z --name Z", "partner add expects --name, --organisation and one --city or more"],
  ["partner add z --colour red", "Unknown option '--colour'"],
  ["partner change zurich --name=", "--name expects a text, got nothing"],
  ["partner change zurich --city=", "--city expects a text, got nothing"],
  ["key add", "expected the slug of a partner, got nothing"],
  ["key add zurich --expires tomorrow", "--expires expects a day to come, such as 2030-12-31, or never, got tomorrow"],
  ["key add zurich --expires 2099-02-30", "--expires expects a day to come"],
  ["key add zurich --expires 2001-01-01", "--expires expects a day to come"],
  ["submit", "expected a YAML or CSV file, got nothing"],
  ["submit a.yaml --url nowhere", "--url expects an address"],
  ["revert first", "expected the number of a revision, got first"],
];

test.each(misused)(
  "`citegraph %s` is not understood: it says why, shows its usage and ends with 2",
  async (words, told) => {
    const { out, err, code } = await run(...words.split(" ").filter(Boolean));
    expect([out, code]).toEqual(["", 2]);
    expect(err).toContain(told);
    expect(err).toContain("usage: citegraph <command>");
  },
);

test("--help shows the usage wherever it stands, and ends with 0", async () => {
  for (const words of [["--help"], ["help"], ["partner", "add", "-h"]]) {
    expect(await run(...words)).toMatchObject({ code: 0, err: "", out: expect.stringContaining("partner add <slug>") });
  }
});

const failing: [what: string, words: string[], told: string][] = [
  [
    "an unknown organisation and city",
    ["partner", "add", "z", "--name", "Z", "--organisation", "city-of-zurch", "--city", "zurik-ch"],
    "no organisation `city-of-zurch`; did you mean `city-of-zurich` or `city-of-oslo`?\nno city `zurik-ch`; did you mean `zurich-ch`?",
  ],
  [
    "a partner that is there",
    ["partner", "add", "zurich", "--name", "Z", "--organisation", "city-of-zurich", "--city", "zurich-ch"],
    "there is a partner `zurich` already",
  ],
  ["a partner that is not there", ["partner", "show", "zurch"], "no partner `zurch`; did you mean `zurich`?"],
  ["a key for nobody", ["key", "add", "zurch"], "no partner `zurch`; did you mean `zurich`?"],
  ["a key that is not there", ["key", "revoke", "cg_0000000000"], "no key cg_0000000000"],
  ["a file that is not there", ["submit", "nothing.yaml"], "nothing.yaml: no such file or folder"],
  [
    "a server that is not there",
    ["submit", "package.json", "--url", "http://127.0.0.1:1/graphql"],
    "nothing answers at http://127.0.0.1:1/graphql",
  ],
  ["a wrong key", ["submit", "package.json", "--key", "cg_x"], "expected a key such as"],
  [
    "a revision of another's",
    ["revert", "1"],
    "revision 1 was made by who runs the graph; a partner takes back its own (FORBIDDEN)",
  ],
];

test.each(failing)("%s is told, and the command ends with 1", async (_what, words, told) => {
  const { err, code } = await run(...words);
  expect(err).toContain(told);
  expect(code).toBe(1);
});

test("a submission without a key asks for one", async () => {
  const { err, code } = await runCommand(["submit", "package.json"], { ...env, CITEGRAPH_KEY: "" });
  expect([err.split("\n")[0], code]).toEqual(["expected a key: set CITEGRAPH_KEY, or give --key cg_...", 2]);
});

test("a refused row ends with 1 and is told by its line; what is valid can be recorded all the same", async () => {
  const path = file(
    "figures.csv",
    `# source: ${JSON.stringify(source)}\nsubject,indicator,period,value\nCity:zurich-ch,pm25-annual-mean,2001,1\nCity:zurich-ch,pm25-annual-mean,2002,-1\n`,
  );
  const refused = await run("submit", path);
  expect(refused).toMatchObject({
    code: 1,
    out: expect.stringContaining(
      "figures.csv:4  REFUSED  observations.1.value: pm25-annual-mean expects 0 or more, got -1",
    ),
  });
  expect(refused.out).toContain("mend what is refused, or send the rest with --accept-valid");
  const rest = await run("submit", path, "--accept-valid", "--message", "what is right");
  expect(rest).toMatchObject({
    code: 1,
    out: expect.stringMatching(/2 added, .* 1 refused\n(.*\n)*Recorded as revision \d+\.\n$/),
  });
});

test("what changes is shown before and after; what is the same makes nothing", async () => {
  const path = file("one.yaml", { source: { ...source, slug: "zurich-one" }, observations: [dust("2003", 1)] });
  expect(await run("submit", path)).toMatchObject({ code: 0 });
  expect(await run("submit", path)).toMatchObject({
    code: 0,
    out: expect.stringContaining("the graph says so already"),
  });
  const changed = file("one.yaml", { source: { ...source, slug: "zurich-one" }, observations: [dust("2003", 2)] });
  expect((await run("submit", changed, "--dry-run")).out).toContain("pm25-annual-mean/2003: value 1 -> 2");
});

test("keys are listed by their public part, with when they were used; revoked ones stay", async () => {
  const { out: key } = await run("key", "add", "oslo", "--expires", "never");
  const revoked = await run("key", "revoke", key.trim());
  expect(revoked.out).toMatch(/^Revoked the key cg_\w{10} of oslo/);
  const { out } = await run("key", "list", "oslo");
  expect(out).toMatch(/^key +partner +added +expires +last used +state\n/);
  expect(out).toMatch(new RegExp(`${key.slice(0, 13)} +oslo +\\S+ +never +never +revoked`));
  expect(out).not.toContain(key.trim());
});

test("what a partner said goes by its slug: removed, it is not added anew", async () => {
  const add = (slug: string) =>
    run("partner", "add", slug, "--name", "Oslo", "--organisation", "city-of-oslo", "--city", "oslo-no");
  expect(await add("oslo-2")).toMatchObject({ code: 0 });
  const { out: key } = await run("key", "add", "oslo-2");
  expect(await run("partner", "remove", "oslo-2")).toMatchObject({ code: 0 });
  // As long as it has said nothing, there is nothing that another could inherit.
  expect(await add("oslo-2")).toMatchObject({ code: 0 });
  const anew = await run("key", "add", "oslo-2");
  const path = file("oslo.yaml", { source: { ...source, slug: "oslo-2-words", publisher: "city-of-oslo" } });
  expect(await run("submit", path, "--key", key.trim())).toMatchObject({ code: 1 });
  expect(await run("submit", path, "--key", anew.out.trim())).toMatchObject({ code: 0 });
  expect(await run("partner", "remove", "oslo-2")).toMatchObject({ code: 0 });
  expect(await add("oslo-2")).toMatchObject({
    code: 1,
    err: expect.stringContaining("a partner `oslo-2` that was removed has made a revision, which stays its own"),
  });
});

test("a process of its own ends with the code of its command", () => {
  const root = join(__dirname, "..");
  const words = ["--require", join(root, "test/support/typescript.js"), join(root, "src/cli.ts")];
  const ended = spawnSync(process.execPath, [...words, "submit", "package.json", "--url", "http://127.0.0.1:1/"], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  expect([ended.status, ended.stdout]).toEqual([1, ""]);
  expect(ended.stderr).toMatch(
    /^nothing answers at http:\/\/127\.0\.0\.1:1\/ \(.*\); start Citegraph, or say with --url where it is\n$/,
  );
});
