import type { Source } from '~/domain/catalogue/inputs';
import type { StudyLesson } from '~/domain/learning/get-study-lesson.server';
import { pickText } from '~/i18n/content';
import { RadioGroup, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Markdown } from '~/ui/kit/markdown';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** A text to read; «read, go on» stands in the bar below. */
export function ReadingLesson({ lesson }: { lesson: StudyLesson }) {
  return (
    <div className="lesson-body">
      <Text value={lesson.summary} as="p" className="lead" />
      {lesson.body ? <Markdown value={lesson.body} /> : null}
      <Sources sources={lesson.sources} />
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
      <Sources sources={lesson.sources} />
    </div>
  );
}

const isLink = (url: string): boolean => /^https?:\/\//.test(url);

/** What the claims of a lesson rest on. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useT();
  if (sources.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h3">{t('learning:lesson.sources')}</h2>
      <ul className="prose-list quiet">
        {sources.map(({ title, url }) => (
          <li key={title + url} lang="en">
            {isLink(url) ? (
              <a href={url} rel="noopener noreferrer" className="break">
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
