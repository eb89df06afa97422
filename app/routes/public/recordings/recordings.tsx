import { useLoaderData } from '@remix-run/react';
import { listCaptionedAssets } from '~/domain/captions/list-captioned-assets.server';
import { type ListRecordingsInput, listRecordingsInput } from '~/domain/recordings/inputs';
import { listRecordings } from '~/domain/recordings/list-recordings.server';
import { CatalogueTabs } from '~/ui/catalogue/catalogue-tabs';
import { LanguageField } from '~/ui/catalogue/language-field';
import type { RecordingView } from '~/ui/catalogue/material';
import { RecordingLine } from '~/ui/catalogue/recording-line';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { CheckboxField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { loadRecordingViews } from '../recording-views.server';

/** The last day of a recording comes by the clock, so the list is drawn anew every hour. */
const HOUR = 3_600_000;

export const loader = cachedPublicLoader(async ({ ctx, url, validUntil }) => {
  const filter = listRecordingsInput.parse(Object.fromEntries(url.searchParams));
  const captioned = filter.captions ? await listCaptionedAssets(ctx, { lang: filter.captions }) : null;
  const { recordings, ...counts } = await listRecordings(ctx, { ...filter, captioned });
  const views = await loadRecordingViews(
    ctx,
    recordings.map(({ id }) => id),
  );
  validUntil(new Date(ctx.clock.now().getTime() + HOUR));
  return {
    ...counts,
    filter,
    recordings: recordings.flatMap(({ id, audience }) => {
      const view = views.get(id);
      return view ? [{ view, audience }] : [];
    }),
  };
});

export const meta = pageMeta((_data, t) => ({
  title: t('recordings:title'),
  description: t('recordings:lead'),
}));

function listPath({ audio, captions, open }: ListRecordingsInput, after: string | null): string {
  const search = new URLSearchParams({
    ...(audio ? { audio } : {}),
    ...(captions ? { captions } : {}),
    ...(open ? { open } : {}),
    ...(after ? { after } : {}),
  });
  return search.size > 0 ? `/recordings?${search}` : '/recordings';
}

export default function Recordings() {
  const { t } = useT();
  const { filter, recordings, found, total, next } = useLoaderData<typeof loader>();
  return (
    <Page title={t('recordings:title')} lead={t('recordings:lead')}>
      <CatalogueTabs />
      <Filter filter={filter} />
      <p className="quiet num gap-top" role="status">
        {t('recordings:found', { count: found })}
      </p>
      {recordings.length === 0 ? (
        <EmptyState
          title={t('recordings:none')}
          action={
            <ButtonLink to="/recordings" look="plain">
              {t('shell:action.show-all')}
            </ButtonLink>
          }
        >
          {t('recordings:none-text', { total })}
        </EmptyState>
      ) : (
        <ul className="list">
          {recordings.map(({ view, audience }) => (
            <RecordingRow key={view.slug} view={view} audience={audience} />
          ))}
        </ul>
      )}
      <Pagination
        first={filter.after ? listPath(filter, null) : null}
        next={next ? listPath(filter, next) : null}
      />
    </Page>
  );
}

function Filter({ filter }: { filter: ListRecordingsInput }) {
  const { t } = useT();
  const { audio, captions, open } = filter;
  return (
    <search aria-label={t('recordings:filter')}>
      <Form method="get" className="filter-form">
        <div className="filter-grid">
          <LanguageField name="audio" label={t('catalogue:list.audio')} value={audio} />
          <LanguageField name="captions" label={t('catalogue:list.captions')} value={captions} />
          <CheckboxField name="open" value="1" label={t('recordings:open')} checked={open === '1'} />
        </div>
        <div className="row">
          <SubmitButton>{t('shell:action.filter')}</SubmitButton>
          {audio || captions || open ? (
            <ButtonLink to="/recordings" look="plain">
              {t('shell:action.clear-filter')}
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

type Audience = Awaited<ReturnType<typeof listRecordings>>['recordings'][number]['audience'];

function RecordingRow({ view, audience }: { view: RecordingView; audience: Audience }) {
  const { t } = useT();
  return (
    <li className="stack stack-s">
      <p>
        <Tag>{t(`recordings:audience.${audience}`)}</Tag>
      </p>
      <h2 className="h3">
        <A to={`/recordings/${view.slug}`}>
          <Text value={view.title} quiet />
        </A>
      </h2>
      <RecordingLine view={view} />
    </li>
  );
}
