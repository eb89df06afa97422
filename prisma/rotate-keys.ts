import { rotateKeys } from '~/domain/proofs/rotate-keys.server';
import { readConfig } from '~/platform/config/config.server';
import { newId } from '~/platform/ids';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';

/** A new signing key; the site may run meanwhile and takes it up within a minute. */
async function main(): Promise<void> {
  const config = readConfig();
  const services = await openServices(config, 'command');
  try {
    const keys = await rotateKeys(buildContext(services, { actor: null, lang: 'en', requestId: newId() }));
    process.stdout.write(
      `Key ${keys.at(-1)} signs from now on. What the ${keys.length - 1} before it signed stays valid.\n` +
        `All keys lie in ${config.keysDir}/signing: back that folder up now.\n`,
    );
  } finally {
    await closeServices(services);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`No key was made: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
