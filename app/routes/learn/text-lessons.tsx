import type { StudyLesson } from '~/domain/learning/get-study-lesson.server';
import { pickText } from '~/i18n/content';
import { SourceList } from '~/ui/catalogue/source-list';
import { RadioGroup, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Markdown } from '~/ui/kit/markdown';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** A text to read; «read, go on» stands in the bar below. */
export function ReadingLesson({ lesson }: { lesson: StudyLesson }) {
  const { t } = useT();
  return (
    <div className="lesson-body">
      <Text value={lesson.summary} as="p" className="lead" />
      {lesson.body ? <Markdown value={lesson.body} /> : null}
      <SourceList label={t('learning:lesson.sources')} sources={lesson.sources} />
    </div>
  );
}

/** A text and a list of things to do in the hall. */
export function PracticeLesson({ lesson }: { lesson: StudyLesson }) {
  const { t, lang } = useT();
  const { checklist, checked } = lesson;
  return (
    <div className="lesson-body">
      <Text value={lesson.summary} as="p" className="lead" />
      {lesson.body ? <Markdown value={lesson.body} /> : null}
      <Form intent="items" state={useFormState('items')} className="stack gap-top">
        <RadioGroup
          multiple
          name="items"
          label={t('learning:lesson.items')}
          hint={t('learning:lesson.items-hint')}
          chosen={checked.map(String)}
          options={checklist.map((item, index) => {
            const picked = pickText(item, lang);
            return {
              value: String(index),
              label: picked.text,
              ...(picked.isFallback ? { lang: picked.lang } : {}),
            };
          })}
        />
        <div>
          <SubmitButton look={lesson.isDone ? 'plain' : 'main'}>
            {t('learning:lesson.items-save')}
          </SubmitButton>
        </div>
      </Form>
      <SourceList label={t('learning:lesson.sources')} sources={lesson.sources} />
    </div>
  );
}
