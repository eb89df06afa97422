import { useLoaderData } from '@remix-run/react';
import { listOwnClaims, type OwnClaim } from '~/domain/claims/list-own-claims.server';
import { listOwnEvidence, type OwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import type { EvidenceRow, Sheet } from '~/domain/evidence/types';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { LocalizedText } from '~/i18n/content';
import { SheetFacts } from '~/ui/evidence/sheet-facts';
import { ButtonLink } from '~/ui/kit/button';
import { Fold } from '~/ui/kit/confirm';
import { EmptyState } from '~/ui/kit/empty-state';
import { Notice } from '~/ui/kit/notice';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { OwnClaims } from './claims/own-claims';

type View = OwnEvidence & { claims: OwnClaim[]; levels: Record<string, LocalizedText> };

export const loader = signedInLoader(async ({ ctx }): Promise<View> => {
  const own = await listOwnEvidence(ctx);
  const levels = await listLevels(ctx);
  const claims = await listOwnClaims(ctx);
  return { ...own, claims, levels: Object.fromEntries(levels.map(({ slug, name }) => [slug, name])) };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('evidence:mine.title'), noindex: true }));

export default function MyEvidence() {
  const { evidence, sheets, beingRecorded, levels, claims } = useLoaderData<typeof loader>();
  const { t } = useT();
  const isEmpty = evidence.length === 0 && sheets.length === 0;
  return (
    <Page
      title={t('evidence:mine.title')}
      lead={t('evidence:mine.lead')}
      crumbs={[{ to: '/me/qualifications', label: t('licensing:mine.title') }]}
      actions={<ButtonLink to="/me/evidence/new">{t('claims:mine.hand-in')}</ButtonLink>}
    >
      <div className="stack stack-l">
        {beingRecorded > 0 ? (
          <Notice>
            <p>{t('evidence:mine.being-recorded', { count: beingRecorded })}</p>
          </Notice>
        ) : null}
        {isEmpty ? <NothingYet /> : null}
        {evidence.length > 0 ? <EvidenceTable rows={evidence} /> : null}
        <Sheets sheets={sheets} levels={levels} />
        <OwnClaims claims={claims} />
      </div>
    </Page>
  );
}

function NothingYet() {
  const { t } = useT();
  return (
    <EmptyState
      title={t('evidence:mine.none')}
      action={<ButtonLink to="/courses">{t('evidence:mine.to-courses')}</ButtonLink>}
    >
      <p>{t('evidence:mine.none-text')}</p>
    </EmptyState>
  );
}

function EvidenceTable({ rows }: { rows: readonly EvidenceRow[] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('evidence:mine.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('evidence:column.title'),
          names: true,
          cell: ({ title }) => <Text value={title} quiet />,
        },
        { key: 'type', header: t('evidence:column.type'), cell: ({ type }) => t(`evidence:type.${type}`) },
        { key: 'on', header: t('evidence:column.on'), cell: ({ occurredOn }) => fmt.shortDate(occurredOn) },
        {
          key: 'until',
          header: t('evidence:column.until'),
          cell: ({ validUntil }) => (validUntil ? fmt.shortDate(validUntil) : t('evidence:mine.for-ever')),
        },
        {
          key: 'hours',
          header: t('evidence:column.hours'),
          numeric: true,
          cell: ({ hours }) => (hours ? fmt.hours(hours) : ''),
        },
      ]}
    />
  );
}

function Sheets({
  sheets,
  levels,
}: {
  sheets: readonly Sheet[];
  levels: Readonly<Record<string, LocalizedText>>;
}) {
  const { t, fmt } = useT();
  if (sheets.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="sheets">
      <h2 id="sheets">{t('evidence:mine.sheets')}</h2>
      {sheets.map((sheet) => {
        const level = levels[sheet.level];
        return (
          <Fold
            key={sheet.id}
            summary={
              <span>
                {level ? <Text value={level} quiet /> : sheet.level}, {fmt.date(sheet.heldOn)}
              </span>
            }
          >
            <SheetFacts sheet={sheet} />
          </Fold>
        );
      })}
    </section>
  );
}
