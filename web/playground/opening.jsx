import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useRef } from "react";

/**
 * What happens once, when the editors are there: long lines wrap, and where it `asks`, the question the page opened with
 * is asked. A mutation waits for the reader.
 */
export function Opening({ asks }) {
  const { run } = useGraphiQLActions();
  const { queryEditor, responseEditor, operations } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    responseEditor: state.responseEditor,
    operations: state.operations,
  }));
  const asked = useRef(!asks);

  useEffect(() => queryEditor?.updateOptions({ wordWrap: "on", wrappingIndent: "indent" }), [queryEditor]);
  useEffect(() => {
    if (asked.current || !responseEditor || operations?.length !== 1) return;
    asked.current = true;
    if (operations[0].operation === "query") run();
  }, [responseEditor, operations, run]);
  return null;
}
