/** What bounds those who listen. */
export interface LiveLimits {
  /** How many connections are served at once, over WebSocket and again as server-sent events. */
  readonly connections: number;
  /** How many of them one address may have. */
  readonly perAddress: number;
  /** How many operations may be under way on one WebSocket. */
  readonly perSocket: number;
  /** How long a connection may take nothing of what it is sent, in milliseconds; then it is ended. */
  readonly patience: number;
}

export const usualLimits: LiveLimits = { connections: 1000, perAddress: 200, perSocket: 20, patience: 30_000 };
