import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useState } from "react";
import { isNarrow } from "./screen.mjs";

/** The pane with the worked questions. */
export const examplesPlugin = { title: "Examples", icon: Icon, content: Examples };

function Examples() {
  const { addTab, changeTab, run, setVisiblePlugin } = useGraphiQLActions();
  const { tabs, queryEditor, operationName } = useGraphiQL((state) => ({
    tabs: state.tabs,
    queryEditor: state.queryEditor,
    operationName: state.operationName,
  }));
  const [chosen, setChosen] = useState();

  function open(query) {
    const at = tabs.findIndex((tab) => tab.query === query);
    if (at >= 0) changeTab(at);
    else {
      addTab();
      queryEditor?.setValue(query);
    }
    setChosen(nameOf(query));
  }

  // GraphiQL sends the name of the operation along, and knows it only a moment after the text has changed.
  useEffect(() => {
    if (chosen === undefined || operationName !== chosen) return;
    setChosen(undefined);
    run();
    if (isNarrow()) setVisiblePlugin(null);
  }, [chosen, operationName, run, setVisiblePlugin]);

  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <ul>
        {EXAMPLES.map(({ slug, title, description, query }) => (
          <li key={slug}>
            <button type="button" onClick={() => open(query)}>
              <strong>{title}</strong>
              <span>{description}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        Change what you like and press <kbd>Ctrl</kbd> <kbd>Enter</kbd>. The book at the top left describes every field,
        the chain beside the question copies a link to it.
      </p>
    </section>
  );
}

const nameOf = (query) => /^query (\w+)/m.exec(query)?.[1];

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <path
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M9.5 18h5M10.5 21h3M8.5 15.2C6.9 14 6 12.2 6 10a6 6 0 1 1 12 0c0 2.2-.9 4-2.5 5.2-.6.5-1 1.1-1 1.8V18h-5v-1c0-.7-.4-1.3-1-1.8Z"
      />
    </svg>
  );
}
