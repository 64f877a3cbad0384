import "./workers.mjs";
import "graphiql/style.css";
import "./playground.css";
import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { CopyLink } from "./copy-link.jsx";
import { examplesPlugin } from "./examples.jsx";
import { readLink } from "./link";
import { Opening } from "./opening.jsx";
import { isNarrow } from "./screen.mjs";

const fetcher = createGraphiQLFetcher({ url: new URL("/graphql", location.href).href });
const linked = readLink(location);
const examples = EXAMPLES.map(({ query }) => ({ query }));
const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;

if (isFirstVisit) localStorage.setItem("graphiql:docExplorerFlex", "0.27");
// What was open last time would win over the property below.
if (location.hash === "#docs") localStorage.setItem("graphiql:visiblePlugin", DOC_EXPLORER_PLUGIN.title);

createRoot(document.getElementById("playground")).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, examplesPlugin]}
    visiblePlugin={isNarrow() ? undefined : examplesPlugin}
    initialQuery={linked?.query}
    initialVariables={linked?.variables}
    defaultTabs={linked ? [linked, ...examples] : examples}
    defaultEditorToolsVisibility={Boolean(linked?.variables)}
  >
    <GraphiQL.Logo>
      <a className="home-link" href="/">
        Citegraph
      </a>
    </GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, merge, copy }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <CopyLink />
          <Opening asks={linked !== undefined || isFirstVisit} />
        </>
      )}
    </GraphiQL.Toolbar>
  </GraphiQL>,
);
