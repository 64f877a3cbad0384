import { type FastifyInstance } from "fastify";
import { escapeHtml } from "./html";
import { type Example, type Web } from "./web";

/** The live numbers of the home page. */
export interface HomeNumbers {
  /** The state of the graph, counted from 1; 0 while nothing is recorded. */
  revision: number;
  /** When that revision was recorded, as an ISO date and time; null while nothing is recorded. */
  recordedAt: string | null;
  counts: readonly { label: string; value: number }[];
}

/** `/` says what this is, with live numbers; when they cannot be had the page says so. */
export function addHome(server: FastifyInstance, numbers: () => Promise<HomeNumbers>, web: Web | undefined): void {
  server.get("/", async (request, reply) => {
    const live = await numbers().catch((error: unknown) => {
      request.log.error({ err: error }, "the home page has no numbers");
      return undefined;
    });
    return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(homePage(live, web));
  });
}

function homePage(live: HomeNumbers | undefined, web: Web | undefined): string {
  const examples = web?.examples.slice(0, 3) ?? [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="The knowledge graph of smart cities in which every fact cites its source.">
<title>Citegraph</title>
${web ? `<link rel="icon" href="${escapeHtml(web.icon)}" type="image/svg+xml">\n<link rel="stylesheet" href="${escapeHtml(web.home.style)}">` : ""}
</head>
<body>
<header>
<p class="name">Citegraph</p>
<nav><a href="/graphql">Playground</a> <a href="/schema.graphql">Schema</a> <a href="/health/ready">Health</a></nav>
</header>
<main>
<h1>Smart cities, with sources</h1>
<p class="lead">Rankings disagree about which city is smartest. Citegraph keeps what each of them says, names the source of every fact, and tells you who says otherwise.</p>
<p class="actions"><a class="button" href="/graphql">Open the playground</a></p>
${numbersSection(live)}
${examples.length > 0 ? `<section aria-labelledby="questions">\n<h2 id="questions">Three questions to start with</h2>\n<ol class="questions">\n${examples.map(question).join("\n")}\n</ol>\n</section>` : ""}
<section aria-labelledby="how">
<h2 id="how">How to read an answer</h2>
<dl class="how">
<dt>Source</dt><dd>Every fact names the publication it was taken from, its publisher and, where there is one, a link.</dd>
<dt>Evidence</dt><dd>Where sources differ, all their claims are kept. One is preferred by a published rule, and the answer says whether it is contested.</dd>
<dt>Null</dt><dd>Not known. It never stands for zero.</dd>
</dl>
</section>
<section aria-labelledby="use">
<h2 id="use">Ask from your own code</h2>
<p>One GraphQL endpoint, open for reading from any page and any program.</p>
<pre><code>curl /graphql \\
  -H 'content-type: application/json' \\
  -d '{"query":"{ graph { revision } }"}'</code></pre>
</section>
</main>
<footer>
${live ? footerOf(live) : ""}
</footer>
</body>
</html>
`;
}

function numbersSection(live: HomeNumbers | undefined): string {
  if (!live)
    return `<p class="notice">The numbers cannot be read now; <a href="/health/ready">health</a> says why.</p>`;
  const counts = live.counts.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${value.toLocaleString("en")}</dd></div>`,
  );
  return `<dl class="numbers">\n${counts.join("\n")}\n</dl>`;
}

function question({ title, description, query }: Example): string {
  const href = `/graphql?${new URLSearchParams({ query })}`;
  return `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a><p>${escapeHtml(description)}</p></li>`;
}

function footerOf({ revision, recordedAt }: HomeNumbers): string {
  if (recordedAt === null) return "<p>Nothing is recorded yet.</p>";
  const day = recordedAt.slice(0, 10);
  return `<p>Revision ${revision}, recorded <time datetime="${escapeHtml(recordedAt)}">${escapeHtml(day)}</time></p>`;
}
