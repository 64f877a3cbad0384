/** In what shape an export comes. */
export type ExportFormat = "csv" | "jsonl";

/** How a format is served: its media type, and what ends its lines. */
export const formats: Readonly<Record<ExportFormat, { readonly mediaType: string; readonly lineEnd: string }>> = {
  csv: { mediaType: "text/csv; charset=utf-8; header=present", lineEnd: "\r\n" },
  jsonl: { mediaType: "application/x-ndjson; charset=utf-8", lineEnd: "\n" },
};

export const isFormat = (word: string): word is ExportFormat => Object.hasOwn(formats, word);
