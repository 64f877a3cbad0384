/** JSON text that is handed on without being parsed: what the store built is what the caller reads. */
export class RawJson {
  constructor(readonly text: string) {}
}
