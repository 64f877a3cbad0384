import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useRef } from "react";

/** Asks the question the page opened with, once, when the editor is there; a mutation waits for the reader. */
export function RunOnOpening() {
  const { run } = useGraphiQLActions();
  const { responseEditor, operations } = useGraphiQL(({ responseEditor, operations }) => ({
    responseEditor,
    operations,
  }));
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !responseEditor || operations?.length !== 1) return;
    done.current = true;
    if (operations[0].operation === "query") run();
  }, [responseEditor, operations, run]);
  return null;
}
