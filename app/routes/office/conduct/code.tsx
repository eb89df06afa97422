import { useLoaderData } from '@remix-run/react';
import { decideVersion } from '~/domain/conduct/decide-version.server';
import { decideVersionForm, proposeVersionForm } from '~/domain/conduct/inputs';
import { listVersions, type OfficeCode, type VersionList } from '~/domain/conduct/list-versions.server';
import { proposeVersion } from '~/domain/conduct/propose-version.server';
import { newId } from '~/platform/ids';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { ProposeForm } from './propose-form';
import { VersionCard } from './version-card';

const HERE = '/office/code';

type View = VersionList & { after: string; submissionKey: string };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const after = url.searchParams.get('after') ?? '';
  return { ...(await listVersions(ctx, { after })), after, submissionKey: newId() };
});

export const action = formActions({
  propose: form({
    schema: proposeVersionForm,
    async run({ ctx, input }) {
      await proposeVersion(ctx, input);
      return { redirectTo: pagePath(ctx.lang, HERE), flash: 'conduct:done.proposed' };
    },
  }),
  decide: form({
    schema: decideVersionForm,
    async run({ ctx, input }) {
      await decideVersion(ctx, input);
      return { redirectTo: pagePath(ctx.lang, HERE), flash: `conduct:done.${input.decision}` };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('conduct:office.title'), noindex: true }));

export default function OfficeCodes() {
  const { codes, rows, next, after, submissionKey } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      title={t('conduct:office.title')}
      lead={t('conduct:office.lead')}
      crumbs={[{ to: '/office/frameworks', label: t('amendments:list.title') }]}
    >
      <div className="stack stack-l">
        {codes.map((code) => (
          <CodeSection key={code.framework.id} code={code} submissionKey={submissionKey} />
        ))}
        <section className="stack" aria-labelledby="versions">
          <h2 id="versions">{t('conduct:versions')}</h2>
          {rows.length === 0 ? <p className="quiet">{t('conduct:office.none')}</p> : null}
          {rows.map((version) => (
            <VersionCard key={version.id} version={version} />
          ))}
          <Pagination first={after ? HERE : null} next={next ? `${HERE}?after=${next}` : null} />
        </section>
      </div>
    </Page>
  );
}

/** What is in force at one federation, how many have accepted it, and the next version. */
function CodeSection({ code, submissionKey }: { code: OfficeCode; submissionKey: string }) {
  const { t, fmt } = useT();
  const { framework, current, count } = code;
  return (
    <section className="stack" aria-labelledby={framework.slug}>
      <h2 id={framework.slug}>
        <Text value={framework.name} />
      </h2>
      {current ? (
        <p className="strong">
          {t('conduct:version', { number: current.number })} ·{' '}
          {t('conduct:since', { date: fmt.date(current.inForceFrom) })}
        </p>
      ) : (
        <p className="quiet">{t('conduct:office.no-current')}</p>
      )}
      {count ? (
        <p className="num">
          {t('conduct:office.count', { count: count.holders, accepted: fmt.number(count.accepted) })}
        </p>
      ) : null}
      <p>
        <A to="/code" className="link">
          {t('conduct:office.read')}
        </A>
      </p>
      {code.mayPropose ? <ProposeForm code={code} submissionKey={submissionKey} /> : null}
    </section>
  );
}
