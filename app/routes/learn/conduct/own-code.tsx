import { useLoaderData } from '@remix-run/react';
import { acceptCode } from '~/domain/conduct/accept-code.server';
import { acceptCodeForm } from '~/domain/conduct/inputs';
import { listOwnCodes, type OwnCode } from '~/domain/conduct/list-own-codes.server';
import { localDateOf } from '~/platform/local-date';
import { EmptyState } from '~/ui/kit/empty-state';
import { SubmitButton } from '~/ui/kit/field';
import { Form, FormError } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Markdown } from '~/ui/kit/markdown';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

type View = { codes: OwnCode[] };

export const loader = signedInLoader(async ({ ctx }): Promise<View> => ({ codes: await listOwnCodes(ctx) }));

export const action = formAction({
  schema: acceptCodeForm,
  async run({ ctx, input }) {
    await acceptCode(ctx, input);
    return { redirectTo: pagePath(ctx.lang, '/me/code'), flash: 'conduct:mine.done' };
  },
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('conduct:title'), noindex: true }));

export default function MyCode() {
  const { codes } = useLoaderData<typeof loader>();
  const { t } = useT();
  const state = useFormState();
  return (
    <Page
      width="text"
      title={t('conduct:title')}
      lead={t('conduct:mine.lead')}
      crumbs={[{ to: '/me/qualifications', label: t('licensing:mine.title') }]}
    >
      <div className="stack stack-l">
        <FormError state={state} />
        {codes.length === 0 ? (
          <EmptyState title={t('conduct:none')}>
            <p>{t('conduct:none-text')}</p>
          </EmptyState>
        ) : (
          codes.map((code) => <CodeSection key={code.framework.id} code={code} />)
        )}
        <p>
          <A to="/code" className="link target">
            {t('conduct:versions')}
          </A>
        </p>
      </div>
    </Page>
  );
}

function CodeSection({ code }: { code: OwnCode }) {
  const { t, fmt } = useT();
  const { framework, current, acceptedAt, earlier } = code;
  const dayOf = (at: Date) => fmt.date(localDateOf(at, framework.zone));
  return (
    <section className="stack" aria-labelledby={framework.slug}>
      <h2 id={framework.slug}>
        <Text value={framework.name} />
      </h2>
      {acceptedAt ? (
        <Notice kind="ok">
          <p>{t('conduct:mine.accepted', { number: current.number, date: dayOf(acceptedAt) })}</p>
        </Notice>
      ) : null}
      {acceptedAt === null && earlier.length > 0 ? (
        <Notice kind="warn">
          <p>{t('conduct:mine.new', { date: fmt.date(current.inForceFrom) })}</p>
        </Notice>
      ) : null}
      <p className="strong">
        {t('conduct:version', { number: current.number })} ·{' '}
        {t('conduct:since', { date: fmt.date(current.inForceFrom) })}
      </p>
      <Markdown value={current.text} level={3} />
      {acceptedAt === null ? (
        <Form>
          <input type="hidden" name="versionId" value={current.id} />
          <div>
            <SubmitButton>{t('conduct:mine.accept', { number: current.number })}</SubmitButton>
          </div>
        </Form>
      ) : null}
      {earlier.length > 0 ? (
        <>
          <h3>{t('conduct:mine.before')}</h3>
          <ul className="list">
            {earlier.map(({ number, acceptedAt: at }) => (
              <li key={number}>
                <A to={`/code?version=${number}`} className="link">
                  {t('conduct:version', { number })}
                </A>{' '}
                <span className="quiet">{dayOf(at)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
