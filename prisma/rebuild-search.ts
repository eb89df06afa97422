import { readConfig } from '~/platform/config/config.server';
import { newId } from '~/platform/ids';
import { rebuildIndex } from '~/platform/search/rebuild-index.server';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';

/** Writes the search index anew; the site may run meanwhile. */
async function main(): Promise<void> {
  const services = await openServices(readConfig(), 'command');
  try {
    await rebuildIndex(buildContext(services, { actor: null, lang: 'ru', requestId: newId() }));
    const documents = await services.database.client.searchDocument.count();
    process.stdout.write(`The search index is written anew: ${documents} documents.\n`);
  } finally {
    await closeServices(services);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(
    `The search index was not rebuilt: ${error instanceof Error ? error.message : error}\n`,
  );
  process.exitCode = 1;
});
