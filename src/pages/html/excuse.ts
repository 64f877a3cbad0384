import { documentOf, type Look } from "./document";
import { html } from "./markup";

/** Why there is no page, and what may have been meant. */
export interface Excuse {
  readonly is: "missing" | "refused";
  readonly message: string;
  readonly near?: readonly { readonly id: string; readonly path: string }[];
}

/** The page that stands where there is none. */
export function renderExcuse({ is, message, near = [] }: Excuse, look: Look): string {
  const title = is === "missing" ? "There is nothing here" : "This cannot be shown";
  const meant = html`<p>Perhaps you meant</p>
<ul>
${near.map(({ id, path }) => html`<li><a href="${path}">${id}</a></li>\n`)}</ul>
`;
  return documentOf({
    title,
    description: message,
    look,
    main: html`<h1>${title}</h1>
<p class="lead">${inCode(message)}</p>
${near.length > 0 && meant}<p>Look for it by name in the <a href="/graphql?${new URLSearchParams({ query: search }).toString()}">playground</a>, or start at the <a href="/">home page</a>.</p>
`,
  });
}

const search = `{
  search(text: "shanghai", first: 10) { nodes { id name } }
}`;

/** What stands between backticks, as code. */
const inCode = (message: string) =>
  message.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
