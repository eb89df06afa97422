import { useLoaderData } from '@remix-run/react';
import { getPath, type Path } from '~/domain/applications/get-path.server';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { getRegisterListing } from '~/domain/credentials/get-register-listing.server';
import { setListingSchema } from '~/domain/credentials/inputs';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import { listOwnQualifications, type OwnLicence } from '~/domain/licensing/list-own-qualifications.server';
import { FindingSteps, type Titles } from '~/ui/applications/finding-steps';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
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
  const applications = (await listOwnApplications(ctx)).flatMap((each) => {
    const level = levels.find(({ id }) => id === each.levelId);
    return level ? [{ ...each, level }] : [];
  });
  const held = new Set(
    licences.filter(({ standing }) => standing.state !== 'revoked').map(({ level }) => level.id),
  );
  const nextLevel = levels.find(({ id, ruleSet }) => ruleSet !== null && !held.has(id));
  const next = nextLevel ? await getPath(ctx, { level: nextLevel.slug }) : null;
  const titles = await refTitles(ctx, refsOfFindings(next?.findings ?? []), levels);
  return { licences, applications, next, titles, listing: await getRegisterListing(ctx) };
});

export const action = formActions({
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
