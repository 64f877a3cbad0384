/** What came of asking for the page of a row: the page, or why there is none. */
export type PageFound =
  | {
      readonly is: "page";
      readonly text: string;
      /** Another mark for other content. */
      readonly mark: string;
      /** Whether it shows a time that is past, and so never changes. */
      readonly isPast: boolean;
      readonly path: string;
    }
  | { readonly is: "elsewhere"; readonly path: string }
  | { readonly is: "missing"; readonly message: string; readonly near: readonly NearRow[] }
  | { readonly is: "refused"; readonly message: string; readonly code: string };

/** A row that may have been meant, by its global id and the path of its page. */
interface NearRow {
  readonly id: string;
  readonly path: string;
}
