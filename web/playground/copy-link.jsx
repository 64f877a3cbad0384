import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { linkTo } from "./link";

/** Copies a link to the question in the editors, and puts it in the address bar. */
export function CopyLink() {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const [told, setTold] = useState("");

  async function copy() {
    const question = { query: queryEditor?.getValue() ?? "", variables: variableEditor?.getValue() };
    const link = linkTo(location.origin + location.pathname, question);
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      setTold("Link copied");
    } catch {
      // Without leave to write the clipboard (plain http, or refused) the address bar still has it.
      setTold("The link is in the address bar");
    }
    setTimeout(() => setTold(""), 2500);
  }

  return (
    <>
      <ToolbarButton label="Copy a link to this question" onClick={copy}>
        <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
          <path
            strokeWidth="1.8"
            strokeLinecap="round"
            d="M10 13.5a4.2 4.2 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10.5a4.2 4.2 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5"
          />
        </svg>
      </ToolbarButton>
      <span className="told" role="status">
        {told}
      </span>
    </>
  );
}
