import type { CourseStanding } from '~/domain/learning/types';
import { ButtonLink } from '~/ui/kit/button';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Progress } from '~/ui/kit/meter';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { CompletionEnd } from '~/ui/learning/completion-end';
import { useFormState } from '~/web/form-state';

type Props = { slug: string; isOpen: boolean; standing: CourseStanding | null };

/** The one thing to do on a course's page, as it is for this reader now. */
export function CourseAct({ slug, isOpen, standing }: Props) {
  const { t, actor } = useT();
  if (standing) return <Continue slug={slug} isOpen={isOpen} standing={standing} />;
  if (!isOpen) return <Notice title={t('catalogue:closed')}>{t('catalogue:closed-why')}</Notice>;
  return actor ? <Enrol label={t('catalogue:course.enrol')} /> : <SignUp slug={slug} />;
}

function Enrol({ label, plain = false }: { label: string; plain?: boolean }) {
  const { t } = useT();
  return (
    <Form state={useFormState()} className="stack stack-s">
      <SubmitButton look={plain ? 'plain' : 'main'}>{label}</SubmitButton>
      <p className="quiet">{t('catalogue:course.free')}</p>
    </Form>
  );
}

function SignUp({ slug }: { slug: string }) {
  const { t, lang } = useT();
  const back = encodeURIComponent(`/${lang}/courses/${slug}`);
  return (
    <div className="stack stack-s">
      <ButtonLink to={`/sign-up?to=${back}`}>{t('catalogue:course.sign-up')}</ButtonLink>
      <p className="quiet">
        {t('catalogue:course.free')}
        <br />
        <A to={`/sign-in?to=${back}`} className="target">
          {t('catalogue:course.sign-in')}
        </A>
      </p>
    </div>
  );
}

function Continue({ slug, isOpen, standing }: { slug: string; isOpen: boolean; standing: CourseStanding }) {
  const { t, fmt } = useT();
  const { completion, mayBeginAnew, next, done, total } = standing;
  const isOnlyAllowed = completion !== null && !completion.isEnding;
  const lesson = next && !mayBeginAnew ? `/learn/${slug}/${next.slug}` : `/learn/${slug}`;
  return (
    <div className="stack">
      {completion ? (
        <Notice
          kind={completion.isEnding ? 'warn' : 'ok'}
          title={t('catalogue:course.done-on', { date: fmt.date(completion.completedOn) })}
        >
          <CompletionEnd completion={completion} />
        </Notice>
      ) : (
        <Progress
          label={t('learning:study.progress')}
          value={done}
          max={total}
          shown={`${done} / ${total}`}
        />
      )}
      {mayBeginAnew && isOpen ? <Enrol label={t('catalogue:course.again')} plain={isOnlyAllowed} /> : null}
      {mayBeginAnew && isOpen && isOnlyAllowed ? (
        <p className="quiet">{t('learning:study.again-text')}</p>
      ) : null}
      <ButtonLink to={lesson} look={mayBeginAnew && !isOnlyAllowed ? 'plain' : 'main'}>
        {completion || mayBeginAnew ? t('catalogue:course.look') : t('catalogue:course.go-on')}
      </ButtonLink>
    </div>
  );
}
