import { useLoaderData } from '@remix-run/react';
import { editDraft } from '~/domain/amendments/edit-draft.server';
import { getRulebook } from '~/domain/amendments/get-rulebook.server';
import { type DraftEdit, draftForms } from '~/domain/amendments/inputs';
import type { Rulebook } from '~/domain/amendments/types';
import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { staleLangs } from '~/i18n/revised-text';
import { DomainError } from '~/platform/errors';
import type { Titles } from '~/ui/applications/finding-steps';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { bookTitles } from './book-titles.server';
import { ComponentsPart } from './components-part';
import { isDrawnOfDraft, LostForm } from './lost-form';
import { Faults } from './open-part';
import { PointsForm } from './points-form';
import { RequirementsPart } from './requirements-part';
import { TermsForm } from './terms-form';
import { TiersPart } from './tiers-part';

type View = Rulebook & {
  titles: Titles;
  courses: { slug: string; title: LocalizedText; component: string | null }[];
  /** By kind of component: the languages whose name is older than its original. */
  stale: Record<string, string[]>;
};

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const book = await getRulebook(ctx, { level: params.level ?? '' });
  const courses = [...(await listCourseTitles(ctx))].map(([slug, { title, component }]) => ({
    slug,
    title,
    component,
  }));
  const named = (book.open?.rules?.components ?? []).map(({ kind, name }) => [kind, staleLangs(name)]);
  const stale = Object.fromEntries(named);
  return {
    ...book,
    titles: await bookTitles(ctx, book),
    courses,
    stale,
  };
});

/** A course that is not there would make the level unreachable. */
async function requireCourse({ ctx }: Pick<LoadArgs, 'ctx'>, slug: string | undefined): Promise<void> {
  if (slug && !(await listCourseTitles(ctx, { slugs: [slug] })).has(slug))
    throw new DomainError('invalid', 'amendments.unknown-course', { field: 'course' });
}

async function save(args: Pick<LoadArgs, 'ctx' | 'params'>, edit: DraftEdit, part: string) {
  const level = args.params.level ?? '';
  await editDraft(args.ctx, { level, edit });
  return {
    redirectTo: pagePath(args.ctx.lang, `/office/frameworks/${level}/draft#${part}`),
    flash: 'amendments:done.saved',
  };
}

export const action = formActions({
  terms: form({
    schema: draftForms.terms,
    run: (args) => save(args, { part: 'terms', ...args.input }, 'terms'),
  }),
  points: form({
    schema: draftForms.points,
    run: (args) => save(args, { part: 'points', ...args.input }, 'points'),
  }),
  requirement: form({
    schema: draftForms.requirement,
    async run(args) {
      if (args.input.kind === 'course') await requireCourse(args, args.input.course);
      return save(args, { part: 'requirement', ...args.input }, 'requirements');
    },
  }),
  group: form({
    schema: draftForms.group,
    run: (args) => save(args, { part: 'group', ...args.input }, 'requirements'),
  }),
  'remove-requirement': form({
    schema: draftForms['remove-requirement'],
    run: (args) => save(args, { part: 'remove-requirement', ...args.input }, 'requirements'),
  }),
  component: form({
    schema: draftForms.component,
    run: (args) => save(args, { part: 'component', ...args.input }, 'components'),
  }),
  'component-name': form({
    schema: draftForms['component-name'],
    run: (args) => save(args, { part: 'component-name', ...args.input }, 'components'),
  }),
  'remove-component': form({
    schema: draftForms['remove-component'],
    run: (args) => save(args, { part: 'remove-component', ...args.input }, 'components'),
  }),
  tier: form({
    schema: draftForms.tier,
    run: (args) => save(args, { part: 'tier', ...args.input }, 'tiers'),
  }),
  'remove-tier': form({
    schema: draftForms['remove-tier'],
    run: (args) => save(args, { part: 'remove-tier', ...args.input }, 'tiers'),
  }),
});

export const meta = pageMeta<View>(({ level }, t, { lang }) => ({
  title: t('amendments:draft.title', { level: plainText(level.name, lang) }),
  noindex: true,
}));

export default function Draft() {
  const view = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const { level, open, titles } = view;
  const name = plainText(level.name, lang);
  const here = `/office/frameworks/${level.slug}`;
  const rules = open?.powers.includes('edit') ? open.rules : null;
  return (
    <Page
      width="office"
      title={t('amendments:draft.title', { level: name })}
      lead={t('amendments:draft.lead')}
      crumbs={[
        { to: '/office/frameworks', label: t('amendments:list.title') },
        { to: here, label: t('amendments:book.title', { level: name }) },
      ]}
    >
      <LostForm isDrawn={(sent) => open !== null && rules !== null && isDrawnOfDraft(open, sent)} />
      {open && rules ? (
        <div className="stack stack-l">
          <Faults faults={open.faults} />
          <TermsForm rules={rules} seen={open.fingerprint} today={view.today} />
          <RequirementsPart open={open} titles={titles} choices={view} />
          <ComponentsPart open={open} choices={view} />
          <PointsForm rules={rules} seen={open.fingerprint} />
          <TiersPart open={open} titles={titles} />
          <div className="row">
            <ButtonLink to={here}>{t('amendments:draft.done')}</ButtonLink>
            <ButtonLink to={`${here}/affected`} look="plain">
              {t('amendments:book.affected')}
            </ButtonLink>
          </div>
        </div>
      ) : (
        <EmptyState
          title={t('amendments:draft.none')}
          action={<ButtonLink to={here}>{t('amendments:draft.back')}</ButtonLink>}
        >
          <p>{t('amendments:draft.none-text')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
