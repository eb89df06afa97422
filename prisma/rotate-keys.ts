import { rotateCertificate } from '~/domain/credentials/rotate-certificate.server';
import { rotateKeys } from '~/domain/proofs/rotate-keys.server';
import { readConfig } from '~/platform/config/config.server';
import { newId } from '~/platform/ids';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';

/** A new key for codes and one for documents; the site may run meanwhile and takes them up within a minute. */
async function main(): Promise<void> {
  const config = readConfig();
  const services = await openServices(config, 'command');
  try {
    const ctx = buildContext(services, { actor: null, lang: 'en', requestId: newId() });
    const keys = await rotateKeys(ctx);
    process.stdout.write(
      `Key ${keys.at(-1)} signs from now on. What the ${keys.length - 1} before it signed stays valid.\n`,
    );
    const { fingerprint } = await rotateCertificate(ctx);
    process.stdout.write(
      `Documents are signed with a new certificate, fingerprint (SHA-256) ${fingerprint}.\n` +
        `All keys lie in ${config.keysDir}, folders signing and documents: back them up now.\n`,
    );
  } finally {
    await closeServices(services);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`Not finished: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
