import type { Checkpoint } from '~/domain/checkpoints/types';
import { EmptyState } from '~/ui/kit/empty-state';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';

const ADDRESS = '/.well-known/checkpoints';
const ZONE = 'Asia/Almaty';

/** A checkpoint as this page shows it. */
export type ShownCheckpoint = Pick<Checkpoint, 'day' | 'sha256' | 'keyId' | 'madeAt'> & {
  rows: number;
  last: number;
};

function useColumns(): readonly Column<ShownCheckpoint>[] {
  const { t, fmt } = useT();
  return [
    {
      key: 'day',
      header: t('admin:checkpoints.day'),
      names: true,
      cell: ({ day }) => (
        <a href={`${ADDRESS}/${day}`} className="link target">
          {fmt.date(day)}
        </a>
      ),
    },
    { key: 'rows', header: t('admin:checkpoints.rows'), numeric: true, cell: ({ rows }) => fmt.number(rows) },
    { key: 'last', header: t('admin:checkpoints.last'), numeric: true, cell: ({ last }) => fmt.number(last) },
    {
      key: 'sha256',
      header: t('admin:checkpoints.sha256'),
      cell: ({ sha256 }) => <code className="break">{sha256}</code>,
    },
    { key: 'key', header: t('admin:checkpoints.key'), cell: ({ keyId }) => <code>{keyId}</code> },
    { key: 'made', header: t('admin:checkpoints.made'), cell: ({ madeAt }) => fmt.dateTime(madeAt, ZONE) },
  ];
}

/** The last published states of the chain, each with its file. */
export function CheckpointSection({ checkpoints }: { checkpoints: readonly ShownCheckpoint[] }) {
  const { t } = useT();
  const columns = useColumns();
  return (
    <section className="stack" aria-labelledby="checkpoints">
      <h2 id="checkpoints">{t('admin:checkpoints.title')}</h2>
      <p>{t('admin:checkpoints.lead')}</p>
      <Table
        caption={t('admin:checkpoints.caption')}
        columns={columns}
        rows={checkpoints}
        rowKey={({ day }) => day}
        empty={
          <EmptyState title={t('admin:checkpoints.empty')}>{t('admin:checkpoints.empty-text')}</EmptyState>
        }
      />
      {checkpoints.length > 0 ? (
        <p>
          <a href={ADDRESS} className="link target">
            {t('admin:checkpoints.all')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
