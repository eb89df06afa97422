import { useLoaderData } from '@remix-run/react';
import { listOwnRecordingsInput } from '~/domain/recordings/inputs';
import { listOwnRecordings, type OwnRecordings } from '~/domain/recordings/list-own-recordings.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { type Column, Table } from '~/ui/kit/table';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { type FileFacts, FileState } from '~/ui/uploads/packaging-state';
import { UploadBox } from '~/ui/uploads/upload-box';
import { formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { checksumForm } from './checksum-form.server';
import { loadFileFacts } from './file-facts.server';

/** Files are sent in parts by a script. */
export const handle = { script: true };

type Row = OwnRecordings['recordings'][number] & { file: FileFacts };

const NOTHING: FileFacts = { packaging: null, upload: null };

export const loader = signedInLoader(async ({ ctx, url }) => {
  const input = listOwnRecordingsInput.parse(Object.fromEntries(url.searchParams));
  const { recordings, next, places } = await listOwnRecordings(ctx, input);
  const files = await loadFileFacts(
    ctx,
    recordings.map(({ assetId }) => assetId),
  );
  const rows = recordings.map((one): Row => ({ ...one, file: files.get(one.assetId) ?? NOTHING }));
  return { rows, next, places, isLater: input.after !== undefined };
});

export const action = formActions({ checksum: checksumForm });

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('recordings:studio.title'), noindex: true }));

export default function StudioRecordings() {
  const { t } = useT();
  const { rows, next, places, isLater } = useLoaderData<typeof loader>();
  const [place] = places;
  return (
    <Page title={t('recordings:studio.title')} lead={t('recordings:studio.lead')} width="office">
      {place ? (
        <UploadBox
          label={t('uploads:choose')}
          hint={t('uploads:choose-hint')}
          several
          follow="#recordings"
          organisation={place.id}
          places={places}
          asset={null}
          upload={null}
        />
      ) : null}
      <div id="recordings" className="gap-top">
        <RecordingTable rows={rows} />
      </div>
      <Pagination
        first={isLater ? '/studio/recordings' : null}
        next={next ? `/studio/recordings?after=${encodeURIComponent(next)}` : null}
      />
    </Page>
  );
}

function RecordingTable({ rows }: { rows: readonly Row[] }) {
  const { t, fmt } = useT();
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      header: t('recordings:studio.name'),
      names: true,
      cell: ({ slug, title }) => (
        <A to={`/studio/recordings/${slug}`} className="target">
          <Text value={title} quiet />
        </A>
      ),
    },
    { key: 'file', header: t('recordings:studio.file'), cell: ({ file }) => <FileState {...file} /> },
    {
      key: 'state',
      header: t('recordings:studio.state'),
      cell: ({ state }) => <Tag>{t(`recordings:studio.states.${state}`)}</Tag>,
    },
    {
      key: 'since',
      header: t('recordings:studio.since'),
      cell: ({ createdAt }) => <span className="num">{fmt.shortDate(createdAt)}</span>,
    },
  ];
  return (
    <Table
      caption={t('recordings:studio.table')}
      quietCaption
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('recordings:studio.none')}>{t('recordings:studio.none-text')}</EmptyState>}
    />
  );
}
