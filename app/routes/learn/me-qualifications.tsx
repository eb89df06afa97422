import { useLoaderData } from '@remix-run/react';
import { appealForms } from '~/domain/appeals/inputs';
import { listOwnAppeals } from '~/domain/appeals/list-own-appeals.server';
import { appealUntil, standingRefusal } from '~/domain/appeals/policy';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import type { Appeal } from '~/domain/appeals/types';
import { getPath, type Path } from '~/domain/applications/get-path.server';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import type { OwnApplication } from '~/domain/applications/types';
import { getRegisterListing } from '~/domain/credentials/get-register-listing.server';
import { setListingSchema } from '~/domain/credentials/inputs';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import type { Level } from '~/domain/frameworks/types';
import { listOwnQualifications, type OwnLicence } from '~/domain/licensing/list-own-qualifications.server';
import { FindingSteps, type Titles } from '~/ui/applications/finding-steps';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { ApplicationLine, type LevelApplication } from './me-application';
import { LicenceCard } from './me-licence';
import { RegisterListing } from './me-register';
import { refsOfFindings, refTitles } from './ref-titles.server';

type View = {
  licences: OwnLicence[];
  applications: LevelApplication[];
  next: Path | null;
  titles: Titles;
  listing: Awaited<ReturnType<typeof getRegisterListing>>;
};

export const loader = signedInLoader(async ({ ctx }): Promise<View> => {
  const { licences, levels } = await listOwnQualifications(ctx);
  const applications = withAppeals(ctx, levels, await listOwnApplications(ctx), await listOwnAppeals(ctx));
  const held = new Set(
    licences
      .filter(({ standing }) => !['revoked', 'surrendered'].includes(standing.state))
      .map(({ level }) => level.id),
  );
  const nextLevel = levels.find(({ id, ruleSet }) => ruleSet !== null && !held.has(id));
  const next = nextLevel ? await getPath(ctx, { level: nextLevel.slug }) : null;
  const titles = await refTitles(ctx, refsOfFindings(next?.findings ?? []), levels);
  return { licences, applications, next, titles, listing: await getRegisterListing(ctx) };
});

/** Each application with the appeals about it, and the day until which its refusal may be appealed against. */
function withAppeals(
  ctx: LoadArgs['ctx'],
  levels: readonly Level[],
  own: readonly OwnApplication[],
  appeals: readonly Appeal[],
): LevelApplication[] {
  return own.flatMap((each) => {
    const level = levels.find(({ id }) => id === each.levelId);
    if (!level) return [];
    const { zone } = level.framework;
    const refusal = standingRefusal(each.decisions);
    const isAnew = own.some(({ closedAt, levelId }) => closedAt === null && levelId === each.levelId);
    const until = refusal && !isAnew ? appealUntil(refusal.recordedAt, zone) : null;
    const about = appeals.filter(({ applicationId }) => applicationId === each.id);
    return [
      { ...each, level, appeals: about, appealUntil: until && ctx.clock.today(zone) <= until ? until : null },
    ];
  });
}

export const action = formActions({
  appeal: form({
    schema: appealForms.application,
    async run({ ctx, input }) {
      await submitAppeal(ctx, { against: 'application', ...input });
      return { redirectTo: pagePath(ctx.lang, '/me/qualifications'), flash: 'appeals:done.submitted' };
    },
  }),
  listing: form({
    schema: setListingSchema,
    async run({ ctx, input }) {
      await setRegisterListing(ctx, input);
      const flash = input.listed ? 'credentials:listing.saved-yes' : 'credentials:listing.saved-no';
      return { redirectTo: pagePath(ctx.lang, '/me/qualifications'), flash };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('licensing:mine.title'), noindex: true }));

export default function MyQualifications() {
  const { licences, applications, next, titles, listing } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page title={t('licensing:mine.title')} lead={t('licensing:mine.lead')}>
      <div className="stack stack-l">
        {licences.length > 0 ? (
          <section className="stack" aria-labelledby="held">
            <h2 id="held">{t('licensing:mine.held')}</h2>
            <div className="cards">
              {licences.map((licence) => (
                <LicenceCard key={licence.facts.periodId} licence={licence} />
              ))}
            </div>
          </section>
        ) : null}
        {next ? <NextLevel path={next} titles={titles} /> : null}
        <Applications
          applications={applications}
          isEmpty={licences.length === 0 && applications.length === 0}
        />
        {licences.length > 0 ? <RegisterListing listing={listing} /> : null}
        <p className="row">
          <A to="/me/evidence" className="link target">
            {t('licensing:mine.to-evidence')}
          </A>
          <A to="/me/code" className="link target">
            {t('conduct:short')}
          </A>
          <A to="/qualifications" className="link target">
            {t('licensing:mine.to-levels')}
          </A>
        </p>
      </div>
    </Page>
  );
}

function NextLevel({ path, titles }: { path: Path; titles: Titles }) {
  const { t } = useT();
  const met = path.findings.filter((finding) => finding.met).length;
  return (
    <section className="stack" aria-labelledby="next">
      <div className="section-head">
        <h2 id="next">
          {t('licensing:path.label', { what: t('licensing:mine.next') })}{' '}
          <Text value={path.level.name} quiet />
        </h2>
        <p className="quiet">{t('licensing:mine.progress', { met, all: path.findings.length })}</p>
      </div>
      <FindingSteps findings={path.findings} titles={titles} withLinks />
      <div>
        <ButtonLink to={`/me/qualifications/${path.level.slug}`} look={path.isReady ? 'main' : 'plain'}>
          {path.openApplicationId ? t('licensing:mine.to-application') : t('licensing:mine.to-apply')}
        </ButtonLink>
      </div>
    </section>
  );
}

function Applications({
  applications,
  isEmpty,
}: {
  applications: readonly LevelApplication[];
  isEmpty: boolean;
}) {
  const { t } = useT();
  if (isEmpty) {
    return (
      <EmptyState title={t('licensing:mine.none')}>
        <p>{t('licensing:mine.none-text')}</p>
      </EmptyState>
    );
  }
  if (applications.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="applications">
      <h2 id="applications">{t('licensing:mine.applications')}</h2>
      <ul className="list">
        {applications.map((application) => (
          <li key={application.id}>
            <ApplicationLine application={application} />
          </li>
        ))}
      </ul>
    </section>
  );
}
