/** The passphrase of backups, as the command hands it on; null without one. It is no part of the configuration of a site. */
export const readPassphrase = (): string | null => process.env.BACKUP_PASSPHRASE || null;
