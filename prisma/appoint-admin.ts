import { readConfig } from '~/platform/config/config.server';
import { newId } from '~/platform/ids';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';
import { appointFirstAdmin } from './seed/first-admin';

const USAGE = 'Whom? npm run appoint -- someone@club.kz\n';

/** The first admin of an installation; exit 0 when appointed, 1 when refused, 2 when it could not be tried. */
async function main([email, ...more]: readonly string[]): Promise<number> {
  if (email === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 1;
  }
  const services = await openServices(readConfig(), 'command');
  try {
    const ctx = buildContext(services, { actor: null, lang: 'en', requestId: newId() });
    const done = await appointFirstAdmin(ctx, email);
    if ('problem' in done) {
      process.stderr.write(`${done.problem}\n`);
      return 1;
    }
    process.stdout.write(`${done.name} <${email}> is admin of ${done.roots.join(', ')}.\n`);
    if (!ctx.config.demo)
      process.stdout.write(
        `The role works once the second step of signing in is on: ${ctx.config.publicUrl}/en/account\n`,
      );
    return 0;
  } finally {
    await closeServices(services);
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`Nobody was appointed: ${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});
