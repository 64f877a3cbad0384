import "./workers.js";
import "graphiql/style.css";
import "./playground.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { CopyLink } from "./copy-link.jsx";
import { examplesPlugin } from "./examples.jsx";
import { readLink } from "./link";
import { RunOnOpening } from "./run-on-opening.jsx";

const fetcher = createGraphiQLFetcher({ url: new URL("/graphql", location.href).href });
const linked = readLink(location);
const examples = EXAMPLES.map(({ query }) => ({ query }));
const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;

createRoot(document.getElementById("playground")).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, examplesPlugin]}
    visiblePlugin={examplesPlugin}
    initialQuery={linked?.query}
    initialVariables={linked?.variables}
    defaultTabs={linked ? [linked, ...examples] : examples}
    defaultEditorToolsVisibility={Boolean(linked?.variables)}
    isHeadersEditorEnabled
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
          {(linked || isFirstVisit) && <RunOnOpening />}
        </>
      )}
    </GraphiQL.Toolbar>
  </GraphiQL>,
);
