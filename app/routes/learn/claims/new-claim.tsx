import { useLoaderData } from '@remix-run/react';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import { CLAIM_KINDS, claimForm, isClaimKind, kindRules } from '~/domain/claims/inputs';
import { type BlankClaim, openClaim } from '~/domain/claims/open-claim.server';
import type { ClaimKind } from '~/domain/claims/types';
import { listExternals } from '~/domain/externals/list-externals.server';
import { externalChoices } from '~/ui/claims/external-choices';
import type { Choice } from '~/ui/kit/field';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { PaperForm } from './paper-form';

type View = { blank: BlankClaim; chosen: ClaimKind | null; externals: Choice[] };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const kind = url.searchParams.get('kind');
  const chosen = isClaimKind(kind) ? kind : null;
  const asks = chosen !== null && kindRules(chosen).external;
  const externals = asks ? externalChoices(await listExternals(ctx), chosen, ctx.lang) : [];
  return { blank: await openClaim(ctx), chosen, externals };
});

export const action = formActions(
  {
    '': form({
      schema: claimForm,
      async run({ ctx, input }) {
        const files = input.files.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        }));
        const { claimId } = await handInClaim(ctx, { ...input, files: await Promise.all(files) });
        return {
          redirectTo: pagePath(ctx.lang, `/me/evidence/claims/${claimId}`),
          flash: 'claims:done.handed-in',
        };
      },
    }),
  },
  { files: true },
);

export const meta = pageMeta<View>((_view, t) => ({ title: t('claims:new.title'), noindex: true }));

export default function NewClaim() {
  const { blank, chosen, externals } = useLoaderData<typeof loader>();
  const { t } = useT();
  const sent = useFormState()?.values.kind;
  const kind = isClaimKind(sent) ? sent : chosen;
  return (
    <Page
      width="text"
      title={kind ? t(`claims:kind.${kind}`) : t('claims:new.title')}
      lead={kind ? t(`claims:hint.${kind}`) : t('claims:new.lead')}
      crumbs={[
        { to: '/me/qualifications', label: t('licensing:mine.title') },
        { to: '/me/evidence', label: t('evidence:mine.title') },
        ...(kind ? [{ to: '/me/evidence/new', label: t('claims:new.title') }] : []),
      ]}
    >
      {kind ? <PaperForm kind={kind} blank={blank} externals={externals} /> : <Kinds />}
    </Page>
  );
}

function Kinds() {
  const { t } = useT();
  return (
    <ul className="list">
      {CLAIM_KINDS.map((kind) => (
        <li key={kind} className="stack stack-s">
          <A to={`/me/evidence/new?kind=${kind}`} className="link target">
            {t(`claims:kind.${kind}`)}
          </A>
          <p className="quiet">{t(`claims:hint.${kind}`)}</p>
        </li>
      ))}
    </ul>
  );
}
