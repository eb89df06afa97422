import type { RuleChange } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceLine } from '~/ui/frameworks/sentences';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';

type Props = { changes: readonly RuleChange[]; titles: Titles; caption: string };

/** What the rules said and what they will say, sentence beside sentence. */
export function Changes({ changes, titles, caption }: Props) {
  const { t } = useT();
  const said = (sentence: RuleChange['was']) =>
    sentence ? <SentenceLine sentence={sentence} titles={titles} full /> : '—';
  return (
    <Table
      caption={caption}
      rows={changes}
      rowKey={(change) => JSON.stringify(change)}
      empty={<p className="quiet">{t('amendments:change.none')}</p>}
      columns={[
        {
          key: 'kind',
          header: t('amendments:change.kind'),
          names: true,
          cell: ({ kind }) => t(`amendments:change.${kind}`),
        },
        { key: 'was', header: t('amendments:change.was'), cell: ({ was }) => said(was) },
        { key: 'now', header: t('amendments:change.now'), cell: ({ now }) => said(now) },
      ]}
    />
  );
}
