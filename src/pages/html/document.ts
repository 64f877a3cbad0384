import { Html, html, joined, scriptText } from "./markup";
import { type Section } from "./thing";

/** What surrounds every page: from the build, where there is one. */
export interface Look {
  readonly css: string;
  readonly icon?: string;
}

/** What a document is made of. */
export interface DocumentParts {
  readonly title: string;
  readonly description: string;
  readonly look: Look;
  /** What else its head holds. */
  readonly head?: Html;
  /** Links beside the name of the site. */
  readonly links?: Html;
  readonly main: Html;
  readonly footer?: Html;
}

/** A whole HTML document; it loads nothing but its icon. */
export function documentOf({ title, description, look, head, links, main, footer }: DocumentParts): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title} - Citegraph</title>
${look.icon && html`<link rel="icon" href="${look.icon}" type="image/svg+xml">\n`}${head}<style>${new Html(look.css)}</style>
</head>
<body>
<header>
<p class="name"><a href="/">Citegraph</a></p>
<nav>${links}<a href="/graphql">Playground</a></nav>
</header>
<main>
${main}</main>
<footer>${footer}</footer>
</body>
</html>
`.text;
}

/** JSON-LD as a part of a page: data, which no browser runs. */
export const jsonLdBlock = (json: string): Html =>
  html`<script type="application/ld+json">${scriptText(json)}</script>\n`;

/** Links to the sections of a page, where there are enough to get lost among. */
export function contents(sections: readonly Section[]): Html {
  if (sections.length < 3) return html``;
  const items = sections.map(
    ({ id, title, count }) => html`<a href="#${id}">${title} <span class="count">${count}</span></a>`,
  );
  return html`<nav class="contents" aria-label="On this page">${joined(items, " ")}</nav>\n`;
}
