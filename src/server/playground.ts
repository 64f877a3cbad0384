import { escapeHtml } from "./html";
import { type Web } from "./web";

/** The page at `/graphql`: everything it loads comes from this server. */
export function playgroundPage(web: Web | undefined): string {
  if (!web) return notBuilt;
  const { playground, icon } = web;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Citegraph playground</title>
<link rel="icon" href="${escapeHtml(icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${escapeHtml(playground.style)}">
<script type="module" src="${escapeHtml(playground.script)}"></script>
</head>
<body>
<div id="playground"><p class="loading">Opening the playground</p></div>
<noscript><p>The playground needs JavaScript. The graph does not: send a query to this address with POST.</p></noscript>
</body>
</html>
`;
}

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Citegraph playground</title>
<p>The playground is not built; run <code>npm run build:web</code> and start again.</p>
</html>
`;
