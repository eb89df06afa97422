import { useLoaderData } from '@remix-run/react';
import { listSeminarsInput } from '~/domain/seminars/inputs';
import { listSeminars } from '~/domain/seminars/list-seminars.server';
import { CatalogueTabs } from '~/ui/catalogue/catalogue-tabs';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { SeminarRow } from '~/ui/seminars/seminar-row';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

export const loader = cachedPublicLoader(async ({ ctx, url, validUntil }) => {
  const { after } = listSeminarsInput.parse(Object.fromEntries(url.searchParams));
  const list = await listSeminars(ctx, { after });
  if (list.changesAt) validUntil(list.changesAt);
  return { ...list, isFirst: after === undefined };
});

export const meta = pageMeta((_data, t) => ({ title: t('seminars:title'), description: t('seminars:lead') }));

export default function Seminars() {
  const { t } = useT();
  const { upcoming, past, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('seminars:title')}
      lead={t('seminars:lead')}
      texts={[...upcoming, ...past].flatMap(({ title, summary }) => [title, summary])}
    >
      <CatalogueTabs />
      {isFirst ? <Coming seminars={upcoming} /> : null}
      <section className="section">
        <h2 className="gap-bottom">{t('seminars:past')}</h2>
        {past.length === 0 ? (
          <p className="quiet">{t('seminars:none-past')}</p>
        ) : (
          <ul className="list">
            {past.map((seminar) => (
              <SeminarRow key={seminar.slug} seminar={seminar} />
            ))}
          </ul>
        )}
        <Pagination first={isFirst ? null : '/seminars'} next={next ? `/seminars?after=${next}` : null} />
      </section>
    </Page>
  );
}

type Listed = Awaited<ReturnType<typeof listSeminars>>['upcoming'];

function Coming({ seminars }: { seminars: Listed }) {
  const { t } = useT();
  return (
    <section>
      <h2 className="gap-bottom">{t('seminars:coming')}</h2>
      {seminars.length === 0 ? (
        <EmptyState
          title={t('seminars:none')}
          action={
            <ButtonLink to="/recordings" look="plain">
              {t('recordings:title')}
            </ButtonLink>
          }
        >
          {t('seminars:none-text')}
        </EmptyState>
      ) : (
        <ul className="list">
          {seminars.map((seminar) => (
            <SeminarRow key={seminar.slug} seminar={seminar} />
          ))}
        </ul>
      )}
    </section>
  );
}
