import { useLoaderData } from '@remix-run/react';
import { decideClaim } from '~/domain/claims/decide-claim.server';
import { type ClaimView, getClaim } from '~/domain/claims/get-claim.server';
import { decisionForms, kindRules, nameExternalForm } from '~/domain/claims/inputs';
import { nameExternal } from '~/domain/claims/name-external.server';
import type { ExternalFramework } from '~/domain/externals/types';
import { ClaimMark } from '~/ui/claims/claim-mark';
import { claimName } from '~/ui/claims/claim-name';
import { type ExternalNames, PaperComparison, PaperFacts } from '~/ui/claims/paper-facts';
import { Facts } from '~/ui/kit/facts';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import type { LoadArgs } from '~/web/handlers.server';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { DecidePart } from './decide-part';
import { externalsFor } from './external-names.server';
import { Scans } from './scans';

type View = ClaimView & { families: ExternalFramework[]; names: ExternalNames };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const view = await getClaim(ctx, { claimId: params.claim ?? '' });
  const { claim, state, mayName } = view;
  const isAsked = mayName || (state === 'handed-in' && kindRules(claim.kind).external);
  return { ...view, ...(await externalsFor(ctx, [claim, claim.decision?.read, claim.naming], isAsked)) };
});

type At = Pick<LoadArgs, 'ctx' | 'params'>;

/** The claim of this address, when the registrar may see it. */
const claimAt = async ({ ctx, params }: At): Promise<string> =>
  (await getClaim(ctx, { claimId: params.claim ?? '' })).claim.id;
const back = ({ ctx, params }: At) => pagePath(ctx.lang, `/office/evidence/${params.claim ?? ''}`);

export const action = formActions({
  confirm: form({
    schema: decisionForms.confirm,
    async run(args) {
      await decideClaim(args.ctx, { ...args.input, act: 'confirm', claimId: await claimAt(args) });
      return { redirectTo: back(args), flash: 'claims:done.confirmed' };
    },
  }),
  refuse: form({
    schema: decisionForms.refuse,
    async run(args) {
      await decideClaim(args.ctx, { ...args.input, act: 'refuse', claimId: await claimAt(args) });
      return { redirectTo: back(args), flash: 'claims:done.refused' };
    },
  }),
  name: form({
    schema: nameExternalForm,
    async run(args) {
      await nameExternal(args.ctx, { ...args.input, claimId: await claimAt(args) });
      return { redirectTo: back(args), flash: 'claims:done.named' };
    },
  }),
});

export const meta = pageMeta((view: ClaimView) => ({ title: view.claimant.displayName, noindex: true }));

export default function Claim() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  const { claim, claimant, names } = view;
  return (
    <Page
      width="office"
      title={claimant.displayName}
      lead={claimName(claim, t)}
      crumbs={[{ to: '/office/evidence', label: t('claims:queue.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <CaseFacts view={view} />
          <section className="stack" aria-labelledby="paper">
            <h2 id="paper">{t('claims:one.paper')}</h2>
            <PaperFacts claim={claim} names={names} />
            {claim.decision?.read ? (
              <PaperComparison typed={claim} read={claim.decision.read} names={names} />
            ) : null}
          </section>
          {claim.files.length === 0 ? null : (
            <Scans claimId={claim.id} files={claim.files} name={claimant.displayName} />
          )}
        </div>
        <section className="stack" aria-labelledby="decide">
          <h2 id="decide">{t('claims:case.decide')}</h2>
          <DecidePart view={view} families={view.families} />
        </section>
      </div>
    </Page>
  );
}

function CaseFacts({ view: { claim, state, claimant, decidedBy, zone, names } }: { view: View }) {
  const { t, fmt } = useT();
  const { decision, naming } = claim;
  const named = naming ? names[naming.external] : undefined;
  return (
    <Facts
      items={[
        { label: t('claims:one.state'), value: <ClaimMark state={state} /> },
        {
          label: t('claims:case.account-name'),
          value: (
            <>
              {claimant.displayName} <span lang="en">{claimant.latinName}</span>
            </>
          ),
        },
        { label: t('claims:one.handed-in'), value: fmt.dateTime(claim.handedInAt, zone) },
        {
          label: t('claims:one.decided'),
          value:
            decision &&
            t('claims:case.decided-by', { name: decidedBy, at: fmt.dateTime(decision.decidedAt, zone) }),
        },
        {
          label: t('claims:one.reason'),
          value: decision?.reason ? t.dynamic(`claims:why.${decision.reason}`) : null,
        },
        { label: t('claims:case.note'), value: decision?.note ?? null },
        { label: t('claims:case.named'), value: named ? <Text value={named} quiet /> : null },
      ]}
    />
  );
}
