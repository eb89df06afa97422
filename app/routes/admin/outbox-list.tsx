import { useLoaderData } from '@remix-run/react';
import { listOutbox, type Outbox as OutboxPage } from '~/domain/operations/list-outbox.server';
import { isId } from '~/platform/ids';
import { Fold } from '~/ui/kit/confirm';
import { EmptyState } from '~/ui/kit/empty-state';
import { Notice } from '~/ui/kit/notice';
import { Pagination } from '~/ui/kit/pagination';
import { StatusMark } from '~/ui/kit/status';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { MailText } from './mail-text';

const ZONE = 'Asia/Almaty';

export const loader = signedInLoader(async ({ ctx, url }) => {
  const after = url.searchParams.get('after');
  const outbox = await listOutbox(ctx, { after: isId(after) ? after : null });
  return { ...outbox, isFirst: !isId(after), site: ctx.config.publicUrl };
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('admin:outbox.title'), noindex: true }));

type Mail = OutboxPage['mails'][number];

function useColumns(isSending: boolean, site: string): readonly Column<Mail>[] {
  const { t, fmt } = useT();
  return [
    {
      key: 'subject',
      header: t('admin:outbox.subject'),
      names: true,
      cell: (mail) => (
        <>
          <span lang={mail.lang}>{mail.subject}</span>
          <Fold summary={t('admin:outbox.read')}>
            <MailText text={mail.text} lang={mail.lang} site={site} />
          </Fold>
        </>
      ),
    },
    { key: 'to', header: t('admin:outbox.to'), cell: ({ to }) => <span className="break">{to}</span> },
    { key: 'at', header: t('admin:outbox.at'), cell: ({ createdAt }) => fmt.dateTime(createdAt, ZONE) },
    {
      key: 'state',
      header: t('admin:outbox.state'),
      cell: (mail) => <MailState mail={mail} isSending={isSending} />,
    },
  ];
}

function MailState({ mail, isSending }: { mail: Mail; isSending: boolean }) {
  const { t, fmt } = useT();
  if (mail.sentAt)
    return (
      <StatusMark status="sent">{`${t('shell:status.sent')} ${fmt.dateTime(mail.sentAt, ZONE)}`}</StatusMark>
    );
  if (mail.failure) return <StatusMark status="broken">{mail.failure}</StatusMark>;
  return isSending ? (
    <StatusMark status="queued">{t('admin:outbox.waiting')}</StatusMark>
  ) : (
    <StatusMark status="not-sent" />
  );
}

export default function Outbox() {
  const { t } = useT();
  const { mails, next, isFirst, isSending, site } = useLoaderData<typeof loader>();
  const columns = useColumns(isSending, site);
  return (
    <Page title={t('admin:outbox.title')} width="office">
      <div className="stack">
        {isSending ? null : (
          <Notice kind="warn" title={t('admin:outbox.not-sending')}>
            <p>{t('admin:outbox.not-sending-text')}</p>
          </Notice>
        )}
        <Table
          caption={t('admin:outbox.caption')}
          columns={columns}
          rows={mails}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('admin:outbox.empty')}>{t('admin:outbox.empty-text')}</EmptyState>}
        />
        <Pagination
          first={isFirst ? null : '/admin/outbox'}
          next={next ? `/admin/outbox?after=${next}` : null}
        />
      </div>
    </Page>
  );
}
