import { useActionData, useLoaderData } from '@remix-run/react';
import { checkReport, type ReportCheck } from '~/domain/reports/check-report.server';
import { getReport, type ReportPage } from '~/domain/reports/get-report.server';
import { checkReportSchema, partSchema, REPORT_FORMATS, REPORT_LANGUAGES } from '~/domain/reports/inputs';
import type { Translate } from '~/i18n/translate';
import { DomainError } from '~/platform/errors';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { Facts } from '~/ui/kit/facts';
import { SubmitButton } from '~/ui/kit/field';
import { Form, type FormState } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Progress } from '~/ui/kit/meter';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { addressWith } from '../filter';
import { ReportChart, Words } from './chart';
import { countUse } from './limits';
import { NumbersTable } from './tables';

type View = ReportPage & { asked: string };

export const loader = signedInLoader(async ({ ctx, params, url }): Promise<View> => {
  const { place } = partSchema.parse({ place: url.searchParams.get('place') ?? '' });
  return { ...(await getReport(ctx, { reportId: params.report ?? '', place })), asked: place };
});

/** Throws what the check found, in words. */
function requireEqual({ on, difference, isIntact }: ReportCheck, t: Translate): void {
  if (!isIntact) throw new DomainError('conflict', 'reports.not-intact');
  if (!difference) return;
  const { figure, ...where } = difference;
  const key = `reports:column.${figure}`;
  const params = { ...where, figure: t.exists(key) ? t.dynamic(key, { year: on.slice(0, 4) }) : figure };
  throw new DomainError('conflict', 'reports.differs', { params });
}

const addressOf = (id: string, place: string): string => addressWith(`/office/reports/${id}`, { place });

export const action = formActions({
  check: form({
    schema: checkReportSchema,
    async run(args) {
      const { ctx, params, input, t } = args;
      await countUse(args, 'counts');
      const reportId = params.report ?? '';
      requireEqual(await checkReport(ctx, { reportId, place: input.place }), t);
      return {
        redirectTo: pagePath(ctx.lang, addressOf(reportId, input.place)),
        flash: 'reports:done.equal',
      };
    },
  }),
});

export const meta = pageMeta<View>((view, t) => ({
  title: view?.section?.title.text ?? t('reports:title'),
  noindex: true,
}));

export default function Report() {
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t, fmt } = useT();
  const { id, section, asked, on } = view;
  const partAt = (place: string) => addressOf(id, place);
  return (
    <Page
      width="office"
      title={section?.title.text ?? t('reports:report.title', { date: fmt.date(on) })}
      lead={section ? <Words words={section.framework} /> : null}
      crumbs={[
        { to: '/office/reports', label: t('reports:title') },
        ...(asked !== '' ? [{ to: partAt(''), label: t('reports:report.back') }] : []),
      ]}
    >
      <div className="stack stack-l">
        {section ? <Known view={view} section={section} state={sent?.form} /> : <Counting view={view} />}
        {section ? <ReportChart chart={section.chart} /> : null}
        {section?.tables.map((table) => (
          <NumbersTable key={table.name} table={table} partAt={partAt} />
        ))}
      </div>
    </Page>
  );
}

type Section = NonNullable<ReportPage['section']>;

/** What the numbers are of, what they leave out, and what can be done with them. */
function Known({ view, section, state }: { view: View; section: Section; state: FormState | undefined }) {
  return (
    <div className="stack">
      <Facts
        items={section.facts.map(({ label, value }) => ({
          label: label.text,
          value: (
            <span className="break">
              <Words words={value} />
            </span>
          ),
        }))}
      />
      <Notice>
        {section.notes.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      </Notice>
      <Acts view={view} state={state} />
    </div>
  );
}

function Acts({ view: { id, asked }, state }: { view: View; state: FormState | undefined }) {
  const { t } = useT();
  const [both, ...single] = REPORT_LANGUAGES;
  const link = (format: (typeof REPORT_FORMATS)[number], languages: (typeof REPORT_LANGUAGES)[number]) => (
    <A
      key={`${format} ${languages}`}
      to={addressWith(`/office/reports/${id}/file`, { place: asked, format, languages })}
      className="link target"
      rel="nofollow"
    >
      {t(`reports:file.${format}`)} {t(`reports:file.languages.${languages}`)}
    </A>
  );
  return (
    <div className="stack">
      <nav className="row" aria-label={t('reports:file.label')}>
        <span className="quiet">{t('reports:file.label')}</span>
        {REPORT_FORMATS.map((format) => link(format, both))}
      </nav>
      <Fold summary={t('reports:file.more')}>
        <div className="row">
          {single.flatMap((lang) => REPORT_FORMATS.map((format) => link(format, lang)))}
        </div>
      </Fold>
      <Confirm summary={t('reports:check.title')} open={state !== undefined}>
        <Form intent="check" state={state}>
          <p>{t('reports:check.text')}</p>
          <input type="hidden" name="place" value={asked} />
          <SubmitButton>{t('reports:check.submit')}</SubmitButton>
        </Form>
      </Confirm>
    </div>
  );
}

function Counting({ view: { id, asked, levelsDone, levelsAll } }: { view: View }) {
  const { t } = useT();
  return (
    <Notice title={t('reports:report.counting')}>
      <Progress
        label={t('reports:report.levels')}
        value={levelsDone}
        max={levelsAll}
        shown={t('reports:report.levels-shown', { done: levelsDone, all: levelsAll })}
      />
      <A to={addressOf(id, asked)} className="link target">
        {t('reports:report.refresh')}
      </A>
    </Notice>
  );
}
