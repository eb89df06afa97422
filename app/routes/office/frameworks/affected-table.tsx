import type { AffectedList } from '~/domain/amendments/list-affected.server';
import type { AffectedRow } from '~/domain/amendments/types';
import { plainText } from '~/i18n/content';
import { A } from '~/ui/kit/link';
import { type Column, Table } from '~/ui/kit/table';
import { Tag } from '~/ui/kit/tag';
import { useT } from '~/ui/kit/use-t';

/** Whose next period the rules decide, what ends first stands first. */
export function AffectedTable({ found }: { found: AffectedList }) {
  const { t } = useT();
  const columns = [...useRunningColumns(), ...useNextColumns(found)];
  return (
    <Table
      caption={t('amendments:affected.caption')}
      rows={found.rows}
      rowKey={({ periodId }) => periodId}
      empty={<p>{t('amendments:affected.nobody')}</p>}
      columns={columns}
    />
  );
}

/** Who, and the running cycle, which these rules do not touch. */
function useRunningColumns(): Column<AffectedRow>[] {
  const { t, fmt } = useT();
  return [
    {
      key: 'name',
      header: t('amendments:affected.name'),
      names: true,
      cell: ({ qualificationId, displayName, isAsked }) => (
        <>
          <A to={`/office/register/${qualificationId}`} className="link">
            {displayName}
          </A>{' '}
          {isAsked ? <Tag>{t('amendments:affected.asked')}</Tag> : null}
        </>
      ),
    },
    { key: 'until', header: t('amendments:affected.until'), cell: ({ until }) => fmt.date(until) },
    {
      key: 'points',
      header: t('amendments:affected.running-points'),
      numeric: true,
      cell: ({ pointsOfRunning }) => (pointsOfRunning === null ? '—' : fmt.number(pointsOfRunning)),
    },
  ];
}

/** The next cycle, which they decide. */
function useNextColumns({ rules }: AffectedList): Column<AffectedRow>[] {
  const { t, fmt, lang } = useT();
  const names = new Map(rules.components.map(({ kind, name }) => [kind, plainText(name, lang)]));
  const lasts = ({ lastsBefore, lastsNow }: AffectedRow) =>
    lastsBefore === null || lastsBefore === lastsNow
      ? fmt.date(lastsNow)
      : t('amendments:affected.from-to', { was: fmt.date(lastsBefore), now: fmt.date(lastsNow) });
  return [
    {
      key: 'begins',
      header: t('amendments:affected.begins'),
      cell: ({ begins, isDue }) =>
        isDue ? fmt.date(begins) : t('amendments:affected.if-late', { date: fmt.date(begins) }),
    },
    { key: 'lasts', header: t('amendments:affected.lasts'), cell: lasts },
    {
      key: 'lacks',
      header: t('amendments:affected.lacks'),
      cell: ({ lacks }) => (lacks.length > 0 ? lacks.map((kind) => names.get(kind) ?? kind).join(', ') : '—'),
    },
  ];
}
