import { type Binaries } from "./binaries";
import { type User } from "./run";

/** Where an embedded server lives, with what it runs and as whom. */
export interface Site {
  /** Our folder: password, port and owner files, the server's log, perhaps a copy of the binaries. */
  readonly folder: string;
  /** The server's data folder, below `folder`. */
  readonly data: string;
  readonly binaries: Binaries;
  /** Undefined: the user that runs Node. */
  readonly user: User | undefined;
}
