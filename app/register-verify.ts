import { verifyChain } from './platform/audit/verify-chain.server';
import { readConfig } from './platform/config/config.server';
import { connectDatabase } from './platform/db/connect.server';

const WORDS = {
  'row-changed': 'was changed after it was written',
  'link-broken': 'does not continue the row before it',
  'row-missing': 'is missing',
  'detail-changed': 'has a detail that was changed after it was written',
  'head-differs': 'is not where the head of the chain says it ends',
} as const;

/** Walks the audit chain; exit 0 when it is whole, 1 with the first broken row, 2 when it cannot be read. */
async function main(): Promise<number> {
  const database = connectDatabase(readConfig().databaseUrl, { max: 2, onLost: () => undefined });
  try {
    const { rows, erasedDetails, finding, headHash } = await verifyChain(database.client);
    if (finding) {
      process.stdout.write(
        `audit chain BROKEN: row ${finding.seq} ${WORDS[finding.problem]} (${finding.problem})\n`,
      );
      return 1;
    }
    process.stdout.write(
      `audit chain whole: ${rows} rows, ${erasedDetails} with erased detail, head ${headHash}\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});
