import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** The longest body of anyone without a key, in bytes. */
export const bodyLimit = 1_048_576;

/** The longest body of a partner, who may send as much as a data file holds, in bytes. */
export const partnerBodyLimit = 8_000_000;

/** The most words and signs in a document; the parser stops there. */
export const maxTokens = 5_000;

/** The most of each in an operation, with its fragments spread out. */
export const maxima = { depth: 25, fields: 2_000, aliases: 100, directives: 50, repeats: 100 };

/** The most errors of a document that are told. */
export const maxErrors = 8;

interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
  /** How often one field is asked for again under the same key in one place, at most. */
  repeats: number;
  /** The fields down to the deepest, outermost first. */
  path: readonly string[];
}

/** A validation rule: refuses an operation that is too deep (QUERY_TOO_DEEP) or too big (QUERY_TOO_LARGE). */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document: DocumentNode) {
      const sizeOf = sizer(document);
      let isWithin = true;
      for (const node of document.definitions) {
        if (node.kind !== Kind.OPERATION_DEFINITION) continue;
        const size = sizeOf(node.selectionSet);
        size.directives += node.directives?.length ?? 0;
        for (const error of faults(size)) {
          isWithin = false;
          context.reportError(new GraphQLError(error.message, { nodes: node, extensions: { code: error.code } }));
        }
      }
      // In the place of one that is too large all rules are shown an empty document: to look at this one takes them long.
      return isWithin ? undefined : { ...document, definitions: [] };
    },
  };
}

function faults(size: Size): { message: string; code: string }[] {
  const found = [];
  if (size.depth > maxima.depth) {
    const where = `${size.path.slice(0, 4).join(".")}${size.path.length > 4 ? " ..." : ""}`;
    const message = `The operation is ${size.depth} levels deep at ${where}, the limit is ${maxima.depth}; ask in two steps`;
    found.push({ message, code: "QUERY_TOO_DEEP" });
  }
  for (const what of ["fields", "aliases", "directives", "repeats"] as const) {
    if (size[what] <= maxima[what]) continue;
    const counted = what === "repeats" ? "repeats of one field in one place" : what;
    const remedy = what === "repeats" ? "ask once: the answer is the same" : "ask in several operations";
    const message = `The operation has ${size[what]} ${counted}, the limit is ${maxima[what]}; ${remedy}`;
    found.push({ message, code: "QUERY_TOO_LARGE" });
  }
  return found;
}

/** Measures selection sets; each fragment is measured once, however often it is spread. */
function sizer(document: DocumentNode): (selections: SelectionSetNode) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known) return known;
    // A fragment within itself counts nothing: another rule refuses it.
    measured.set(name, nothing());
    const fragment = fragments.get(name);
    const size = fragment ? ofSelections(fragment.selectionSet) : nothing();
    measured.set(name, size);
    return size;
  };

  const ofSelections = ({ selections }: SelectionSetNode): Size => {
    const total = nothing();
    const keys = new Map<string, number>();
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const times = keys.get(key) ?? 0;
        keys.set(key, times + 1);
        total.repeats = Math.max(total.repeats, times);
      }
      total.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FRAGMENT_SPREAD) add(total, ofFragment(node.name.value));
      else if (node.kind === Kind.INLINE_FRAGMENT) add(total, ofSelections(node.selectionSet));
      else add(total, ofField(node.name.value, node.alias !== undefined, node.selectionSet));
    }
    return total;
  };

  const ofField = (name: string, aliased: boolean, selections: SelectionSetNode | undefined): Size => {
    const below = selections ? ofSelections(selections) : nothing();
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (aliased ? 1 : 0),
      directives: below.directives,
      repeats: below.repeats,
      path: [name, ...below.path],
    };
  };

  return ofSelections;
}

const nothing = (): Size => ({ depth: 0, fields: 0, aliases: 0, directives: 0, repeats: 0, path: [] });

function add(total: Size, part: Size): void {
  total.fields += part.fields;
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.repeats = Math.max(total.repeats, part.repeats);
  if (part.depth <= total.depth) return;
  total.depth = part.depth;
  total.path = part.path;
}
