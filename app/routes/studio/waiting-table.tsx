import type { WaitingText } from '~/domain/lexicon/types';
import type { Lang } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { texts: readonly WaitingText[]; lang: Lang; mayConfirm: boolean };

const FORM = 'confirm-texts';

/** The texts beside their originals: tick those that are right, correct the others. */
export function WaitingTable({ texts, lang, mayConfirm }: Props) {
  const { t } = useT();
  const state = useFormState('confirm');
  const columns: readonly Column<WaitingText>[] = [
    {
      key: 'japanese',
      header: t('lexicon:studio.japanese'),
      names: true,
      cell: ({ japanese }) => <span lang="ja">{japanese}</span>,
    },
    {
      key: 'original',
      header: t('lexicon:studio.original'),
      cell: ({ text }) => <Reference text={text} lang={lang} />,
    },
    {
      key: 'translation',
      header: t('lexicon:studio.translation'),
      cell: ({ text }) => <span lang={lang}>{text[lang]?.text}</span>,
    },
    ...(mayConfirm
      ? [
          {
            key: 'correct',
            header: t('lexicon:studio.correct'),
            cell: (row: WaitingText) => <Correction text={row} lang={lang} />,
          },
        ]
      : []),
  ];
  return (
    <div className="stack gap-top">
      <Table
        caption={t('lexicon:studio.waiting-table')}
        quietCaption
        columns={columns}
        rows={texts}
        rowKey={({ ref }) => ref}
        {...(mayConfirm
          ? {
              select: {
                name: 'refs',
                form: FORM,
                label: ({ japanese, text }: WaitingText) => `${japanese}: ${text[lang]?.text ?? ''}`,
              },
            }
          : {})}
      />
      {mayConfirm ? (
        <Form intent="confirm" state={state} id={FORM} className="">
          <input type="hidden" name="lang" value={lang} />
          <SubmitButton>{t('lexicon:studio.confirm')}</SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}

/** What to compare with: in the reader's language where its author wrote it, else the original. */
function Reference({ text, lang }: { text: WaitingText['text']; lang: Lang }) {
  const { lang: reader } = useT();
  const own = reader !== lang && text[reader]?.origin === 'author' ? reader : text.original;
  return <span lang={own}>{text[own]?.text}</span>;
}

function Correction({ text: { ref, text }, lang }: { text: WaitingText; lang: Lang }) {
  const { t } = useT();
  const sent = useFormState('correct');
  const state = sent?.values.ref === ref ? sent : undefined;
  return (
    <Confirm summary={t('lexicon:studio.correct')} open={state !== undefined}>
      <Form intent="correct" state={state}>
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="ref" value={ref} />
        <TextAreaField
          name="text"
          label={t('lexicon:studio.correct-text')}
          rows={2}
          maxLength={500}
          lang={lang}
          value={text[lang]?.text}
        />
        <SubmitButton small>{t('lexicon:studio.correct-submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
