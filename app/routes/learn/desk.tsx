import { useLoaderData } from '@remix-run/react';
import { type Desk, getDesk } from '~/domain/learning/get-desk.server';
import type { CourseStanding } from '~/domain/learning/types';
import { FindingSteps } from '~/ui/applications/finding-steps';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Progress } from '~/ui/kit/meter';
import { StatusMark } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { CompletionEnd } from '~/ui/learning/completion-end';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { loadNextLevel, type NextLevel } from './next-level.server';

export const loader = signedInLoader(async ({ ctx }) => ({
  desk: await getDesk(ctx),
  nextLevel: await loadNextLevel(ctx),
}));

export const meta = pageMeta((_data, t) => ({ title: t('learning:desk.title'), noindex: true }));

const isEmpty = ({ inProgress, completed }: Desk): boolean =>
  inProgress.length === 0 && completed.length === 0;

export default function DeskPage() {
  const { t } = useT();
  const { desk, nextLevel } = useLoaderData<typeof loader>();
  const others = desk.inProgress.filter(({ slug }) => slug !== desk.resume?.slug);
  return (
    <Page
      title={t('learning:desk.title')}
      actions={
        <ButtonLink to="/courses" look="plain">
          {t('learning:desk.more')}
        </ButtonLink>
      }
    >
      <div className="stack stack-l">
        {desk.resume ? <Resume course={desk.resume} /> : null}
        {isEmpty(desk) ? <Beginning /> : null}
        {desk.expiring.length > 0 ? <Expiring courses={desk.expiring} /> : null}
        {nextLevel ? <Way nextLevel={nextLevel} /> : null}
        {others.length > 0 ? <InProgress courses={others} /> : null}
        {desk.completed.length > 0 ? <Completed courses={desk.completed} /> : null}
      </div>
    </Page>
  );
}

function Beginning() {
  const { t } = useT();
  return (
    <EmptyState
      title={t('learning:desk.none')}
      action={<ButtonLink to="/courses?mandatory=1&open=1">{t('learning:desk.choose')}</ButtonLink>}
    >
      {t('learning:desk.none-text')}
    </EmptyState>
  );
}

function Resume({ course }: { course: CourseStanding }) {
  const { t } = useT();
  const { slug, title, next, done, total } = course;
  return (
    <section className="resume">
      <p className="quiet">{t('learning:desk.resume')}</p>
      <h2>{next ? <Text value={next.title} /> : null}</h2>
      <p className="quiet">
        <A to={`/learn/${slug}`}>
          <Text value={title} quiet />
        </A>
      </p>
      <Progress label={t('learning:study.progress')} value={done} max={total} shown={`${done} / ${total}`} />
      <div>
        <ButtonLink to={`/learn/${slug}/${next?.slug ?? ''}`}>{t('learning:desk.go-on')}</ButtonLink>
      </div>
    </section>
  );
}

function Expiring({ courses }: { courses: Desk['expiring'] }) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('learning:desk.expiring')}</h2>
      <ul className="list gap-top">
        {courses.map(({ slug, title, completion }) => (
          <li key={slug} className="row row-apart">
            <div>
              <Text value={title} as="p" className="strong" />
              {completion ? (
                <StatusMark status={completion.isExpired ? 'expired' : 'expiring'}>
                  <CompletionEnd completion={completion} />
                </StatusMark>
              ) : null}
            </div>
            <ButtonLink to={`/courses/${slug}`} look="plain" small>
              {t('learning:desk.again')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is met and what is missing for the next level. */
function Way({ nextLevel: { path, titles } }: { nextLevel: NextLevel }) {
  const { t } = useT();
  return (
    <section>
      <div className="section-head">
        <h2>
          {t('learning:desk.path')} <Text value={path.level.name} />
        </h2>
        <A to={`/me/qualifications/${path.level.slug}`} className="quiet target">
          {t('shell:action.details')}
        </A>
      </div>
      <FindingSteps findings={path.findings} titles={titles} withLinks />
    </section>
  );
}

function InProgress({ courses }: { courses: readonly CourseStanding[] }) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('learning:desk.in-progress')}</h2>
      <ul className="list gap-top">
        {courses.map(({ slug, title, done, total }) => (
          <li key={slug} className="stack stack-s">
            <A to={`/learn/${slug}`} className="strong">
              <Text value={title} />
            </A>
            <Progress label={t('learning:desk.lessons', { done, total })} value={done} max={total} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Completed({ courses }: { courses: readonly CourseStanding[] }) {
  const { t, fmt } = useT();
  return (
    <section>
      <h2>{t('learning:desk.completed')}</h2>
      <ul className="list gap-top">
        {courses.map(({ slug, title, completion }) => (
          <li key={slug}>
            <A to={`/learn/${slug}`} className="strong">
              <Text value={title} />
            </A>
            {completion ? (
              <p className="quiet num">
                {t('learning:desk.completed-on', {
                  date: fmt.date(completion.completedOn),
                  score: fmt.percent(completion.scorePercent),
                })}
                <br />
                <CompletionEnd completion={completion} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
