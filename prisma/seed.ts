import { recordAct } from '~/platform/audit/record-act.server';
import { readConfig } from '~/platform/config/config.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { localDateOf } from '~/platform/local-date';
import { ensureIndex } from '~/platform/search/rebuild-index.server';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';
import { seedCatalogue } from './seed/catalogue';
import { seedConduct } from './seed/conduct/conduct';
import { seedRegister } from './seed/credentials';
import { seedFrameworks } from './seed/frameworks';
import { seedLearning } from './seed/learning';
import { seedLexicon } from './seed/lexicon';
import { seedLicensing } from './seed/licensing';
import { seedClaims } from './seed/papers/claims';
import { seedExternals, seedRequest } from './seed/papers/externals';
import { actorOf, seedPeople } from './seed/people';
import { seedRecordings } from './seed/recordings';
import { seedSanctions } from './seed/sanctions';
import { seedPartners } from './seed/showcase/partners';
import { seedReports } from './seed/showcase/reports';
import { seedSeminars } from './seed/showcase/seminars';
import { seedThemes } from './seed/showcase/themes';

const DONE = 'demo.seeded';

/** The courses are older than every study and licence of the demo. */
const THREE_YEARS_MS = 3 * 365 * 86_400_000;

/**
 * Loads the lexicon, which every installation has, brings the search index to this version's make, and loads the demo
 * where it is wanted.
 */
async function main(): Promise<void> {
  const services = await openServices(readConfig(), 'command');
  try {
    const ctx = buildContext(services, { actor: null, lang: 'ru', requestId: newId() });
    await seedLexicon(ctx);
    if (await ensureIndex(ctx)) process.stdout.write('The search index is written.\n');
    if (services.config.demo) await loadDemo(ctx);
  } finally {
    await closeServices(services);
  }
}

/** Every part skips what exists, so a killed seed goes on. */
async function loadDemo(ctx: Ctx): Promise<void> {
  if (await ctx.db.auditEvent.findFirst({ where: { act: DONE } })) return;
  const people = await seedPeople(ctx);
  const judos = people.organisations.judos;
  if (!judos) throw new Error('The demo has no organisation judos');
  const instructor = { ...ctx, actor: await actorOf(ctx, 'instructor@demo.test') };
  const recordings = await seedRecordings(instructor, judos.id);
  const published = new Date(ctx.clock.now().getTime() - THREE_YEARS_MS);
  const clock = { now: () => published, today: (zone: string) => localDateOf(published, zone) };
  await seedCatalogue({ ...instructor, clock }, judos.id, recordings);
  await seedThemes(instructor, judos.id);
  await seedSeminars(instructor, judos.id, recordings);
  await seedPartners(ctx, people);
  await seedFrameworks(ctx, people);
  await seedExternals(ctx, people);
  await seedLearning(ctx);
  await seedLicensing(ctx, people);
  await seedConduct(ctx);
  await seedSanctions(ctx);
  await seedClaims(ctx);
  await seedRequest(ctx);
  await seedRegister(ctx);
  await seedReports(ctx);
  await inTransaction(ctx, (tx) =>
    recordAct(tx, { act: DONE, subject: { type: 'demo', id: '1' }, detail: {} }),
  );
}

await main().catch((error: unknown) => {
  process.stderr.write(
    `The demo could not be loaded: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
