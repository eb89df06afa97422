import { useLoaderData } from '@remix-run/react';
import { appointSignatory } from '~/domain/frameworks/appoint-signatory.server';
import { decideSignatory } from '~/domain/frameworks/decide-signatory.server';
import { endSignatoryTerm } from '~/domain/frameworks/end-signatory-term.server';
import { appointSchema, decideSignatorySchema, endTermSchema } from '~/domain/frameworks/inputs';
import { listSignatories, type SignatoryList } from '~/domain/frameworks/list-signatories.server';
import { plainText } from '~/i18n/content';
import { newId } from '~/platform/ids';
import { Notice } from '~/ui/kit/notice';
import { Pagination } from '~/ui/kit/pagination';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { AppointForm } from './appoint-form';
import { TermCard } from './term-card';

type View = SignatoryList & { after: string | null; submissionKey: string };

export const loader = signedInLoader(async ({ ctx, params, url }): Promise<View> => {
  const after = url.searchParams.get('after');
  const found = await listSignatories(ctx, { level: params.level ?? '', after });
  return { ...found, after, submissionKey: newId() };
});

const back = ({ ctx, params }: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(ctx.lang, `/office/frameworks/${params.level ?? ''}/signatories`);

export const action = formActions({
  appoint: form({
    schema: appointSchema,
    async run(args) {
      await appointSignatory(args.ctx, { level: args.params.level ?? '', ...args.input });
      return { redirectTo: back(args), flash: 'signatories:done.proposed' };
    },
  }),
  end: form({
    schema: endTermSchema,
    async run(args) {
      await endSignatoryTerm(args.ctx, { level: args.params.level ?? '', ...args.input });
      return { redirectTo: back(args), flash: 'signatories:done.end-proposed' };
    },
  }),
  decide: form({
    schema: decideSignatorySchema,
    async run(args) {
      await decideSignatory(args.ctx, { level: args.params.level ?? '', ...args.input });
      return { redirectTo: back(args), flash: `signatories:done.${args.input.decision}` };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('signatories:title'), noindex: true }));

export default function Signatories() {
  const view = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const { level, framework, rows, next, after, mayAppoint, isNobody } = view;
  const own = `/office/frameworks/${level.slug}`;
  return (
    <Page
      title={t('signatories:title')}
      lead={<Text value={framework.name} quiet />}
      crumbs={[
        { to: '/office/frameworks', label: t('amendments:list.title') },
        { to: own, label: t('amendments:book.title', { level: plainText(level.name, lang) }) },
      ]}
    >
      <div className="stack stack-l">
        <p className="measure">{t('signatories:text')}</p>
        {isNobody ? (
          <Notice kind="warn">
            <p>{t('signatories:nobody')}</p>
          </Notice>
        ) : null}
        {mayAppoint ? (
          <AppointForm submissionKey={view.submissionKey} today={view.today} />
        ) : (
          <Notice>
            <p>{t('signatories:read-only')}</p>
          </Notice>
        )}
        <section className="stack" aria-labelledby="terms">
          <h2 id="terms">{t('signatories:terms')}</h2>
          {rows.length === 0 ? <p className="quiet">{t('signatories:none')}</p> : null}
          {rows.map((term) => (
            <TermCard key={term.id} term={term} zone={framework.zone} mayAppoint={mayAppoint} />
          ))}
          <Pagination
            first={after ? `${own}/signatories` : null}
            next={next ? `${own}/signatories?after=${next}` : null}
          />
        </section>
      </div>
    </Page>
  );
}
