import type { ChapterFacts } from '~/domain/chapters/list-chapters.server';
import { Button } from '~/ui/kit/button';
import { Fold } from '~/ui/kit/confirm';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { TitleFields } from './title-fields';

export type OfferedTechnique = { id: string; name: string; own: string };

type Props = { chapters: readonly ChapterFacts[]; techniques: readonly OfferedTechnique[] };

const NAMES = 'technique-names';

/** The chapters, each with its form, and one form to add another. */
export function ChapterSection({ chapters, techniques }: Props) {
  const { t } = useT();
  return (
    <section className="stack">
      <h2>{t('recordings:studio.chapters')}</h2>
      <p className="quiet">{t('recordings:studio.chapters-hint')}</p>
      <datalist id={NAMES}>
        {techniques.map(({ id, name, own }) => (
          <option key={id} value={name}>
            {own}
          </option>
        ))}
      </datalist>
      {chapters.length === 0 ? <p className="quiet">{t('recordings:studio.no-chapters')}</p> : null}
      <ol className="list">
        {chapters.map((chapter) => (
          <li key={chapter.startMs}>
            <ChapterLine chapter={chapter} techniques={techniques} />
          </li>
        ))}
      </ol>
      <AddChapter />
    </section>
  );
}

type LineProps = { chapter: ChapterFacts; techniques: readonly OfferedTechnique[] };

function ChapterLine({ chapter, techniques }: LineProps) {
  const { t, fmt } = useT();
  const { startMs, title, techniqueId } = chapter;
  const state = useFormState('write-chapter');
  const isThis = state?.values.before === String(startMs);
  const shown = techniques.find(({ id }) => id === techniqueId);
  return (
    <div className="stack stack-s">
      <p>
        <span className="num">{fmt.clock(startMs / 1000)}</span>{' '}
        <span className="strong">
          <Text value={title} quiet />
        </span>{' '}
        {shown ? (
          <span className="quiet" lang="ja">
            {shown.name}
          </span>
        ) : null}
      </p>
      <Fold summary={t('recordings:studio.edit-chapter')} open={isThis}>
        <Form intent="write-chapter" state={isThis ? state : undefined} className="form">
          <input type="hidden" name="before" value={startMs} />
          <ChapterFields chapter={chapter} technique={shown?.name} />
          <SubmitButton small>{t('recordings:studio.save')}</SubmitButton>
        </Form>
        <Form intent="remove-chapter" className="gap-top">
          <input type="hidden" name="start" value={startMs} />
          <Button look="danger" small>
            {t('recordings:studio.remove-chapter')}
          </Button>
        </Form>
      </Fold>
    </div>
  );
}

function AddChapter() {
  const { t } = useT();
  const state = useFormState('write-chapter');
  const isThis = state !== undefined && !state.values.before;
  return (
    <Form intent="write-chapter" state={isThis ? state : undefined} className="form" id="add-chapter">
      <h3>{t('recordings:studio.add-chapter')}</h3>
      <ChapterFields />
      <SubmitButton look="plain">{t('recordings:studio.add-chapter')}</SubmitButton>
    </Form>
  );
}

function ChapterFields({ chapter, technique }: { chapter?: ChapterFacts; technique?: string | undefined }) {
  const { t, fmt } = useT();
  return (
    <>
      <Field
        name="start"
        label={t('recordings:studio.start')}
        hint={t('recordings:studio.start-hint')}
        value={chapter ? fmt.clock(chapter.startMs / 1000) : undefined}
        maxLength={8}
        short
      />
      <Field
        name="technique"
        label={t('recordings:studio.technique')}
        hint={t('recordings:studio.technique-hint')}
        value={technique}
        required={false}
        maxLength={100}
        list={NAMES}
        spellCheck={false}
      />
      <TitleFields label={t('recordings:studio.chapter-title')} value={chapter?.title} />
    </>
  );
}
