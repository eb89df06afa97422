import { useLoaderData } from '@remix-run/react';
import { listCheckpoints } from '~/domain/checkpoints/list-checkpoints.server';
import { readSeq, readSubject } from '~/domain/operations/inputs';
import { listAudit } from '~/domain/operations/list-audit.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { CheckpointSection } from './checkpoint-section';

const ZONE = 'Asia/Almaty';

/** So many of the last checkpoints are shown. */
const CHECKPOINTS = 7;

type Entry = {
  seq: string;
  at: Date;
  actor: string | null;
  act: string;
  subject: string;
  /** Null: erased as the law requires. */
  detail: string | null;
};

export const loader = signedInLoader(async ({ ctx, url }) => {
  const subject = readSubject(url.searchParams.get('subject'));
  const before = readSeq(url.searchParams.get('before'));
  const { acts, next } = await listAudit(ctx, { before, subject });
  const entries = acts.map(
    ({ seq, at, actor, act, subjectType, subjectId, detail }): Entry => ({
      seq: String(seq),
      at,
      actor,
      act,
      subject: `${subjectType}:${subjectId}`,
      detail: detail === null ? null : JSON.stringify(detail),
    }),
  );
  const { checkpoints } = await listCheckpoints(ctx, { before: null, take: CHECKPOINTS });
  return {
    entries,
    checkpoints: checkpoints.map(({ day, first, last, sha256, keyId, madeAt }) => {
      return { day, sha256, keyId, madeAt, rows: Number(last - first + 1n), last: Number(last) };
    }),
    subject: subject ? `${subject.type}:${subject.id}` : '',
    isFirst: before === null,
    next: next === null ? null : String(next),
  };
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('admin:audit.title'), noindex: true }));

const query = (subject: string, before: string | null) => {
  const search = new URLSearchParams({
    ...(subject ? { subject } : {}),
    ...(before ? { before } : {}),
  }).toString();
  return search ? `/admin/audit?${search}` : '/admin/audit';
};

function useColumns(): readonly Column<Entry>[] {
  const { t, fmt } = useT();
  return [
    { key: 'seq', header: t('admin:audit.seq'), names: true, numeric: true, cell: ({ seq }) => seq },
    { key: 'at', header: t('admin:audit.at'), cell: ({ at }) => fmt.dateTime(at, ZONE) },
    { key: 'actor', header: t('admin:audit.actor'), cell: ({ actor }) => actor ?? t('admin:audit.system') },
    { key: 'act', header: t('admin:audit.act'), cell: ({ act }) => <code>{act}</code> },
    {
      key: 'subject',
      header: t('admin:audit.subject'),
      cell: ({ subject }) => (
        <A to={query(subject, null)} className="link break">
          {subject}
        </A>
      ),
    },
    {
      key: 'detail',
      header: t('admin:audit.detail'),
      cell: ({ detail }) =>
        detail === null ? t('admin:audit.erased') : <code className="break">{detail}</code>,
    },
  ];
}

export default function Audit() {
  const { t } = useT();
  const { entries, checkpoints, subject, isFirst, next } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <Page title={t('admin:audit.title')} lead={t('admin:audit.lead')} width="office">
      <div className="stack">
        <Form method="get" className="form-inline" role="search">
          <Field
            name="subject"
            label={t('admin:audit.filter')}
            value={subject}
            required={false}
            maxLength={140}
            spellCheck={false}
          />
          <SubmitButton look="plain">{t('shell:action.filter')}</SubmitButton>
          {subject ? (
            <A to="/admin/audit" className="link target">
              {t('shell:action.clear-filter')}
            </A>
          ) : null}
        </Form>
        <Table
          caption={t('admin:audit.caption')}
          columns={columns}
          rows={entries}
          rowKey={({ seq }) => seq}
          empty={<EmptyState title={t('admin:audit.empty')}>{t('admin:audit.empty-text')}</EmptyState>}
        />
        <Pagination first={isFirst ? null : query(subject, null)} next={next ? query(subject, next) : null} />
        {isFirst && subject === '' ? <CheckpointSection checkpoints={checkpoints} /> : null}
      </div>
    </Page>
  );
}
