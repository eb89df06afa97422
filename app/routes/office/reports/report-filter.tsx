import type { ReportList } from '~/domain/reports/list-reports.server';
import { plainText } from '~/i18n/content';
import { SubmitButton } from '~/ui/kit/field';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

type Props = {
  filter: { framework: string; on: string };
  frameworks: ReportList['frameworks'];
  /** The address without these conditions. */
  clear: string;
};

/** Which of the stored reports the list shows. */
export function ReportFilter({ filter, frameworks, clear }: Props) {
  const { t, lang } = useT();
  return (
    <search>
      <form className="form-inline">
        <div className="field">
          <label htmlFor="filter-framework">{t('reports:list.framework')}</label>
          <select className="input" id="filter-framework" name="framework" defaultValue={filter.framework}>
            <option value="">{t('licensing:filter.all')}</option>
            {frameworks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {plainText(name, lang)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="filter-on">{t('reports:list.on')}</label>
          <input className="input" id="filter-on" name="on" type="date" defaultValue={filter.on} />
        </div>
        <SubmitButton look="plain">{t('shell:action.filter')}</SubmitButton>
        {filter.framework || filter.on ? (
          <A to={clear} className="link target">
            {t('shell:action.clear-filter')}
          </A>
        ) : null}
      </form>
    </search>
  );
}
