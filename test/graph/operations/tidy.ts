import { type DocumentNode, Kind, visit } from "graphql";

/** Without the fragments and variables that nothing uses any more. */
export function tidy(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => void used.add(name.value),
    Variable: ({ name }, _key, parent) => {
      if (!(parent && "kind" in parent && parent.kind === Kind.VARIABLE_DEFINITION)) used.add(`$${name.value}`);
    },
  });
  const tidied = visit(document, {
    FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(`$${variable.name.value}`) ? undefined : null),
  });
  // What only a fragment that is gone used is of no use either; `visit` answers the same document when nothing went.
  return tidied === document ? document : tidy(tidied);
}

/** The values of the variables that an operation declares. */
export function onlyNamed(variables: Record<string, unknown>, text: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => text.includes(`$${name}:`)));
}
