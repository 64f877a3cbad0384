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
    return reply
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(homePage(live, web, `${request.protocol}://${request.host}`));
  });
}

function homePage(live: HomeNumbers | undefined, web: Web | undefined, origin: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="The knowledge graph of smart cities in which every fact cites its source.">
<title>Citegraph</title>
${web ? links(web) : ""}
</head>
<body>
<header>
<p class="name">Citegraph</p>
<nav>
<a href="/graphql">Playground</a>
<a href="/graphql#docs">Documentation</a>
<a href="/schema.graphql">Schema</a>
<a href="/export">Export</a>
<a href="/health/ready">Health</a>
</nav>
</header>
<main>
<h1>Smart cities, with sources</h1>
<p class="lead">Rankings disagree about which city is the smartest. Citegraph keeps what each of them says, names the source of every fact, and shows who says otherwise.</p>
<p class="actions"><a class="button" href="/graphql">Open the playground</a></p>
${live ? numbers(live) : noNumbers}
${web ? questions(web.examples.slice(0, 3)) : ""}
<h2>Pages to start from</h2>
<p>Every thing and every fact has a page that lasts, with its sources and with who says otherwise; programs get it as JSON-LD.</p>
<ul>
<li><a href="/city/shanghai-cn">Shanghai</a>, all that the graph knows of a city</li>
<li><a href="/rankingEdition/imd-smart-city-index-2024">IMD Smart City Index 2024</a>, one list with its errata</li>
<li><a href="/awardEdition/wsca-2020">World Smart City Awards 2020</a>, where sources disagree</li>
</ul>
<h2>How to read an answer</h2>
<dl class="how">
<dt>Source</dt><dd>Every fact names the publication it was taken from, with its publisher and, where there is one, a link.</dd>
<dt>Evidence</dt><dd>Where sources differ, all their claims are kept. One is preferred, by a rule that can be read, and the answer says that the fact is contested.</dd>
<dt>Null</dt><dd>Not known. It never stands for zero.</dd>
</dl>
<h2>Ask from your own code</h2>
<pre><code>curl ${escapeHtml(origin)}/graphql \\
  -H 'content-type: application/json' \\
  -d '{"query":"{ graph { revision } }"}'</code></pre>
</main>
<footer>GraphQL, open for reading from any page and any program.</footer>
</body>
</html>
`;
}

const links = ({ icon, home }: Web) => `<link rel="icon" href="${escapeHtml(icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${escapeHtml(home.style)}">`;

const noNumbers = `<p class="notice">The numbers cannot be read now; <a href="/health/ready">health</a> says why.</p>`;

function numbers({ counts, revision, recordedAt }: HomeNumbers): string {
  const items = counts.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${value.toLocaleString("en")}</dd></div>`,
  );
  const recorded = recordedAt ? `Revision ${revision}, recorded on ${dayOf(recordedAt)}` : "Nothing is recorded yet";
  return `<dl class="numbers">\n${items.join("\n")}\n</dl>\n<p class="recorded">${recorded}</p>`;
}

function dayOf(recordedAt: string): string {
  const day = new Date(recordedAt).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return `<time datetime="${escapeHtml(recordedAt)}">${escapeHtml(day)}</time>`;
}

function questions(examples: readonly Example[]): string {
  const items = examples.map(({ title, description, query }) => {
    const href = escapeHtml(`/graphql?${new URLSearchParams({ query })}`);
    return `<li><a href="${href}"><strong>${escapeHtml(title)}</strong> <span>${escapeHtml(description)}</span></a></li>`;
  });
  return `<h2>Three questions to start with</h2>\n<ol class="questions">\n${items.join("\n")}\n</ol>`;
}
