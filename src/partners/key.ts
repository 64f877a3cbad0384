import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Partner } from "./partner";

/** A partner's key as it is kept: its public part in the clear, of its secret a digest. */
@Entity("keys")
export class Key {
  /** The public part. */
  @PrimaryColumn("text")
  id!: string;

  @ForeignKey(() => Partner, { onDelete: "CASCADE" })
  @Column("text")
  partner!: string;

  @Column("bytea")
  digest!: Buffer;

  @Column("timestamptz", { default: () => "now()" })
  addedAt!: Date;

  /** From when on it is refused; null for a key without end. */
  @Column("timestamptz", { nullable: true })
  expiresAt!: Date | null;

  /** When it was last used, to the minute. */
  @Column("timestamptz", { nullable: true })
  lastUsedAt!: Date | null;

  @Column("timestamptz", { nullable: true })
  revokedAt!: Date | null;
}

/** SQL for whether a key opens: it was neither revoked nor has it expired. */
export const opens = (key: string) =>
  `${key}.revoked_at is null and (${key}.expires_at is null or ${key}.expires_at > now())`;
