import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getOwnClaim } from '~/domain/claims/get-own-claim.server';
import { withdrawClaim } from '~/domain/claims/withdraw-claim.server';
import { ClaimFiles } from '~/ui/claims/claim-files';
import { ClaimMark } from '~/ui/claims/claim-mark';
import { claimName } from '~/ui/claims/claim-name';
import { type ExternalNames, PaperComparison, PaperFacts } from '~/ui/claims/paper-facts';
import { ButtonLink } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Facts } from '~/ui/kit/facts';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { externalsFor } from '../../office/claims/external-names.server';

type View = Awaited<ReturnType<typeof getOwnClaim>> & { names: ExternalNames };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const claim = await getOwnClaim(ctx, { claimId: params.claim ?? '' });
  const { names } = await externalsFor(ctx, [claim, claim.decision?.read, claim.naming]);
  return { ...claim, names };
});

export const action = formActions({
  withdraw: form({
    schema: z.object({}),
    async run({ ctx, params }) {
      const { id } = await getOwnClaim(ctx, { claimId: params.claim ?? '' });
      await withdrawClaim(ctx, { claimId: id });
      return {
        redirectTo: pagePath(ctx.lang, `/me/evidence/claims/${id}`),
        flash: 'claims:done.withdrawn',
      };
    },
  }),
});

export const meta = pageMeta<View>(({ kind }, t) => ({ title: t(`claims:kind.${kind}`), noindex: true }));

export default function OwnClaim() {
  const claim = useLoaderData<typeof loader>();
  const { t } = useT();
  const read = claim.decision?.read;
  return (
    <Page
      title={claimName(claim, t)}
      crumbs={[
        { to: '/me/qualifications', label: t('licensing:mine.title') },
        { to: '/me/evidence', label: t('evidence:mine.title') },
      ]}
    >
      <div className="stack stack-l">
        <Outcome claim={claim} />
        <section className="stack" aria-labelledby="paper">
          <h2 id="paper">{t('claims:one.paper')}</h2>
          <PaperFacts claim={claim} names={claim.names} />
          {read ? <PaperComparison typed={claim} read={read} names={claim.names} /> : null}
        </section>
        <section className="stack" aria-labelledby="files">
          <h2 id="files">{t('claims:one.files')}</h2>
          <ClaimFiles files={claim.files} base={`/me/evidence/claims/${claim.id}`} />
        </section>
        <NextAct claim={claim} />
      </div>
    </Page>
  );
}

function Outcome({ claim: { state, handedInAt, decision, naming, names } }: { claim: View }) {
  const { t, fmt } = useT();
  const named = naming ? names[naming.external] : undefined;
  return (
    <>
      <Facts
        items={[
          { label: t('claims:one.state'), value: <ClaimMark state={state} /> },
          { label: t('claims:one.handed-in'), value: fmt.date(handedInAt) },
          { label: t('claims:one.decided'), value: decision && fmt.date(decision.decidedAt) },
          {
            label: t('claims:one.reason'),
            value: decision?.reason ? t.dynamic(`claims:why.${decision.reason}`) : null,
          },
          { label: t('claims:case.named'), value: named ? <Text value={named} quiet /> : null },
        ]}
      />
      {decision?.note ? <blockquote className="measure">{decision.note}</blockquote> : null}
    </>
  );
}

/** Taking an undecided paper back, or handing a refused one in again. */
function NextAct({ claim: { state, kind } }: { claim: View }) {
  const { t } = useT();
  const sent = useFormState('withdraw');
  if (state === 'handed-in')
    return (
      <Confirm summary={t('claims:one.withdraw')} open={sent !== undefined}>
        <p>{t('claims:one.withdraw-text')}</p>
        <Form intent="withdraw" state={sent}>
          <SubmitButton look="danger">{t('claims:one.withdraw-submit')}</SubmitButton>
        </Form>
      </Confirm>
    );
  return (
    <>
      {sent?.formError ? (
        <Notice kind="warn" live>
          <p>{sent.formError}</p>
        </Notice>
      ) : null}
      {state === 'refused' ? (
        <div>
          <ButtonLink to={`/me/evidence/new?kind=${kind}`}>{t('claims:one.again')}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}
