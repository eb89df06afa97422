import { useLoaderData } from '@remix-run/react';
import { type ListedInstructor, listInstructors } from '~/domain/partners/list-instructors.server';
import { listPartners, type Partner } from '~/domain/partners/list-partners.server';
import { CatalogueTabs } from '~/ui/catalogue/catalogue-tabs';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { ShownParts } from './shown-parts';

/** Permissions begin and end by days, so the page is drawn anew every hour. */
const HOUR = 3_600_000;

export const loader = cachedPublicLoader(async ({ ctx, validUntil }) => {
  validUntil(new Date(ctx.clock.now().getTime() + HOUR));
  const [partners, instructors] = await Promise.all([listPartners(ctx), listInstructors(ctx)]);
  return { partners, instructors };
});

export const meta = pageMeta((_data, t) => ({ title: t('partners:title'), description: t('partners:lead') }));

export default function Partners() {
  const { t } = useT();
  const { partners, instructors } = useLoaderData<typeof loader>();
  return (
    <Page title={t('partners:title')} lead={t('partners:lead')}>
      <CatalogueTabs />
      <section>
        <h2 className="gap-bottom">{t('partners:institutions')}</h2>
        {partners.length === 0 ? (
          <EmptyState title={t('partners:none')}>{t('partners:none-text')}</EmptyState>
        ) : (
          <ul className="list">
            {partners.map((partner) => (
              <Institution key={partner.organisationId} partner={partner} />
            ))}
          </ul>
        )}
      </section>
      <section className="section">
        <h2 className="gap-bottom">{t('partners:instructors')}</h2>
        {instructors.length === 0 ? (
          <p className="quiet">{t('partners:no-instructors')}</p>
        ) : (
          <Instructors instructors={instructors} />
        )}
      </section>
    </Page>
  );
}

function Institution({ partner }: { partner: Partner }) {
  const { t } = useT();
  const { organisationId, kind, name, about, offers, shown } = partner;
  const key = `partners:kind.${kind}`;
  return (
    <li id={organisationId} className="stack stack-s">
      {t.exists(key) ? (
        <p>
          <Tag>{t.dynamic(key)}</Tag>
        </p>
      ) : null}
      <h3>
        <Text value={name} />
      </h3>
      <Text value={about} as="p" className="measure" />
      {offers.length > 0 ? (
        <div>
          <p className="quiet">{t('partners:offers')}</p>
          <ul className="prose-list measure">
            {offers.map((offer) => (
              <li key={JSON.stringify(offer)}>
                <Text value={offer} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ShownParts shown={shown} />
    </li>
  );
}

function Instructors({ instructors }: { instructors: readonly ListedInstructor[] }) {
  return (
    <ul className="cards">
      {instructors.map(({ slug, credit, about, organisation }) => (
        <li key={slug} className="card">
          <h3>
            <A to={`/instructors/${slug}`}>
              <Text value={credit} />
            </A>
          </h3>
          {organisation ? <Text value={organisation} as="p" className="quiet" /> : null}
          <Text value={about} as="p" />
        </li>
      ))}
    </ul>
  );
}
