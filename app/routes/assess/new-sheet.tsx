import { useLoaderData } from '@remix-run/react';
import { MARKS, recordScoreSheetSchema } from '~/domain/evidence/inputs';
import { type BlankSheet, openScoreSheet } from '~/domain/evidence/open-score-sheet.server';
import { recordScoreSheet } from '~/domain/evidence/record-score-sheet.server';
import { pickText, plainText } from '~/i18n/content';
import { DateField, Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

type View = { blank: BlankSheet; title: string };

export const loader = signedInLoader(async ({ ctx, url, t }): Promise<View> => {
  const { searchParams } = url;
  const question = { personId: searchParams.get('person') ?? '', level: searchParams.get('level') ?? '' };
  const blank = await openScoreSheet(ctx, question);
  const title = t('evidence:sheet.new-title', { name: blank.candidate.displayName });
  return { blank, title };
});

export const action = formAction({
  schema: recordScoreSheetSchema,
  async run({ ctx, input }) {
    const { id } = await recordScoreSheet(ctx, input);
    return { redirectTo: pagePath(ctx.lang, `/assess/${id}`), flash: 'evidence:done.recorded' };
  },
});

export const meta = pageMeta((view: View) => ({ title: view.title, noindex: true }));

export default function NewSheet() {
  const { blank, title } = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const state = useFormState();
  const { level, candidate, submissionKey, today } = blank;
  return (
    <Page
      width="text"
      title={title}
      lead={<Text value={level.name} quiet />}
      crumbs={[{ to: '/assess', label: t('evidence:assess.title') }]}
    >
      <Form state={state}>
        <input type="hidden" name="submissionKey" value={submissionKey} />
        <input type="hidden" name="personId" value={candidate.personId} />
        <input type="hidden" name="level" value={level.slug} />
        <DateField name="heldOn" label={t('evidence:sheet.held-on')} value={today} max={today} />
        <Field
          name="place"
          label={t('evidence:sheet.place')}
          hint={t('evidence:sheet.place-hint')}
          maxLength={160}
        />
        <p className="quiet">{t('evidence:sheet.scale')}</p>
        {level.items.map(({ key, name, hint, minimum }) => (
          <SelectField
            key={key}
            name={`marks.${key}`}
            label={<Text value={name} quiet />}
            hint={`${pickText(hint, lang).text} ${t('evidence:sheet.needs', { minimum })}`}
            empty={t('evidence:sheet.choose')}
            options={MARKS.map((mark) => ({ value: mark, label: `${mark} · ${t(`evidence:mark.${mark}`)}` }))}
          />
        ))}
        <TextAreaField
          name="remarks"
          label={t('evidence:sheet.remarks')}
          hint={t('evidence:sheet.remarks-hint')}
          required={false}
          maxLength={4000}
        />
        <p className="quiet">{t('evidence:sheet.before', { level: plainText(level.name, lang) })}</p>
        <SubmitButton>{t('evidence:sheet.submit')}</SubmitButton>
      </Form>
    </Page>
  );
}
