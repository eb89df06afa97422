import type { OwnClaim } from '~/domain/claims/list-own-claims.server';
import { ClaimMark } from '~/ui/claims/claim-mark';
import { claimName } from '~/ui/claims/claim-name';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';

/** Papers that the coach handed in, each with its state and why it was refused. */
export function OwnClaims({ claims }: { claims: readonly OwnClaim[] }) {
  const { t } = useT();
  return (
    <section className="stack" aria-labelledby="claims">
      <h2 id="claims">{t('claims:mine.title')}</h2>
      {claims.length === 0 ? (
        <EmptyState title={t('claims:mine.none')}>
          <p>{t('claims:mine.none-text')}</p>
        </EmptyState>
      ) : (
        <ClaimTable claims={claims} />
      )}
    </section>
  );
}

function ClaimTable({ claims }: { claims: readonly OwnClaim[] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('claims:mine.caption')}
      quietCaption
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kind',
          header: t('claims:mine.column-kind'),
          names: true,
          cell: (claim) => (
            <A to={`/me/evidence/claims/${claim.id}`} className="link">
              {claimName(claim, t)}
            </A>
          ),
        },
        { key: 'issuer', header: t('claims:field.issuer'), cell: ({ issuer }) => issuer },
        {
          key: 'on',
          header: t('claims:mine.column-on'),
          whole: true,
          cell: ({ handedInAt }) => fmt.shortDate(handedInAt),
        },
        {
          key: 'state',
          header: t('claims:mine.column-state'),
          cell: ({ state, decision }) => (
            <>
              <ClaimMark state={state} />
              {decision?.reason ? (
                <p className="quiet">{t.dynamic(`claims:why.${decision.reason}`)}</p>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
