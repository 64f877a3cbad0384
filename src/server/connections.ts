/** What bounds connections. */
export interface ConnectionLimits {
  /** How long a request may take to arrive, in milliseconds; a connection that is opened is waited for its first one as long. */
  readonly arrival: number;
  /** How long a connection may be idle between requests, in milliseconds. */
  readonly idle: number;
  /** How long nothing may go over a connection before it is closed, in milliseconds: whoever reads nothing holds no answer for longer. */
  readonly silence: number;
  /** How many connections are open at once; further ones are closed at once. */
  readonly most: number;
  /** How many of them one address may have; 0 is without bounds, as it must be where all come through one proxy. */
  readonly perAddress: number;
  /** How many bytes of long bodies may be under way at once; one address may have a quarter of them. */
  readonly bodies: number;
}

/** As a server that anyone may reach has them. */
export const usualConnections: ConnectionLimits = {
  arrival: 30_000,
  idle: 72_000,
  silence: 120_000,
  most: 5_000,
  perAddress: 500,
  bodies: 64_000_000,
};
