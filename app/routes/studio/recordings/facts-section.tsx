import type { OwnRecording } from '~/domain/recordings/find-own-recording.server';
import { plainText } from '~/i18n/content';
import { DateField, Field, RadioGroup, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { TitleFields } from './title-fields';

type Named = { id: string; title: string };
type Props = { recording: OwnRecording; levels: readonly Named[]; courses: readonly Named[] };

const choices = (named: readonly Named[]) => named.map(({ id, title }) => ({ value: id, label: title }));

const AUDIENCES = ['public', 'account', 'enrolled', 'qualified'] as const;

/** Titles for everybody who prepares; the credit line and rights for its instructor alone. */
export function FactsSection({ recording, levels, courses }: Props) {
  const { t, lang } = useT();
  const titles = useFormState('edit');
  return (
    <section className="stack">
      <h2>{t('recordings:studio.facts')}</h2>
      <Form intent="edit" state={titles} className="form">
        <p className="hint">{t('recordings:studio.titles-hint')}</p>
        <TitleFields
          label={t('recordings:studio.titles')}
          value={recording.title}
          required={recording.title.original}
        />
        <SubmitButton look="plain">{t('recordings:studio.save')}</SubmitButton>
      </Form>
      {recording.isOwn ? (
        <Rights recording={recording} levels={levels} courses={courses} />
      ) : (
        <p className="quiet">{plainText(recording.credit, lang)}</p>
      )}
    </section>
  );
}

function Rights({ recording, levels, courses }: Props) {
  const { t, lang } = useT();
  const state = useFormState('rights');
  const { audience, availableUntil, credit } = recording;
  return (
    <Form intent="rights" state={state} className="form">
      <Field
        name="credit"
        label={t('recordings:studio.credit')}
        hint={t('recordings:studio.credit-hint')}
        value={plainText(credit, lang)}
        maxLength={200}
      />
      <RadioGroup
        name="who"
        label={t('recordings:studio.who')}
        value={audience.kind}
        options={AUDIENCES.map((kind) => ({ value: kind, label: t(`recordings:audience.${kind}`) }))}
      />
      <SelectField
        name="course"
        label={t('recordings:studio.course')}
        required={false}
        value={audience.kind === 'enrolled' ? audience.courseId : ''}
        options={choices(courses)}
        empty="—"
      />
      <SelectField
        name="level"
        label={t('recordings:studio.level')}
        required={false}
        value={audience.kind === 'qualified' ? audience.levelId : ''}
        options={choices(levels)}
        empty="—"
      />
      <DateField
        name="until"
        label={t('recordings:studio.until')}
        hint={t('recordings:studio.until-hint')}
        value={availableUntil ?? undefined}
        required={false}
      />
      <p className="hint">{t('recordings:studio.streaming')}</p>
      <SubmitButton look="plain">{t('recordings:studio.save')}</SubmitButton>
    </Form>
  );
}
