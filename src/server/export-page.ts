import { type ExportKind } from "../graph/export/exporter";
import { escapeHtml } from "./html";
import { type Web } from "./web";

/** What can be taken along, for people. */
export function exportPage(kinds: readonly ExportKind[], web: Web | undefined): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Take it along - Citegraph</title>
${web ? `<link rel="icon" href="${escapeHtml(web.icon)}" type="image/svg+xml">\n<link rel="stylesheet" href="${escapeHtml(web.home.style)}">` : ""}
</head>
<body>
<header>
<p class="name"><a href="/">Citegraph</a></p>
<nav><a href="/graphql">Playground</a> <a href="/schema.graphql">Schema</a></nav>
</header>
<main>
<h1>Take it along</h1>
<p class="lead">Every list of the graph as one file: CSV for tables, JSON Lines for programs. Each row carries its source and its licence.</p>
<p>Conditions are those of the graph: <code>/export/placements.csv?where={city:{slug:{eq:"shanghai-cn"}}}</code>, with <code>orderBy</code>, <code>first</code>, and <code>revision</code> or <code>date</code> for the graph as it was.</p>
${kinds.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function section({ name, description, columns }: ExportKind): string {
  const rows = columns.map(
    (column) =>
      `<tr><td><code>${escapeHtml(column.name)}</code></td><td>${escapeHtml(column.type)}</td><td>${escapeHtml(column.description)}</td></tr>`,
  );
  return `<h2 id="${name}">${name}</h2>
<p>${escapeHtml(description)}</p>
<p class="actions"><a class="button" href="/export/${name}.csv">CSV</a> <a class="button" href="/export/${name}.jsonl">JSON Lines</a></p>
<details><summary>${columns.length} columns</summary>
<table><thead><tr><th>column</th><th>type</th><th>what it holds</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></details>`;
}
