import type { ColumnsView } from '~/domain/imports/get-columns.server';
import { FIELDS } from '~/domain/imports/inputs';
import { type LocalizedText, plainText } from '~/i18n/content';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';

type Column = ColumnsView['columns'][number];

const sentFor = (sent: string | readonly string[] | undefined, at: number): string | undefined =>
  [sent ?? []].flat().find((value) => value.startsWith(`${at}=`));

/** Every column with its first values and what it holds. */
export function ColumnChoices({
  columns,
  sent,
}: {
  columns: Column[];
  sent: string | readonly string[] | undefined;
}) {
  const { t } = useT();
  return (
    <Table
      caption={t('imports:columns.caption')}
      rows={columns}
      rowKey={({ letter }) => letter}
      columns={[
        {
          key: 'column',
          header: t('imports:columns.column'),
          names: true,
          cell: ({ letter, header }) => (
            <span className="break">
              {letter}: {header || '–'}
            </span>
          ),
        },
        {
          key: 'samples',
          header: t('imports:columns.samples'),
          cell: ({ samples }) => <span className="quiet break">{samples.filter(Boolean).join(' · ')}</span>,
        },
        {
          key: 'field',
          header: t('imports:columns.holds'),
          cell: ({ at, letter, header, field }) => (
            <select
              name="column"
              className="input"
              aria-label={t('imports:columns.holds-of', { letter, header })}
              defaultValue={sentFor(sent, at) ?? `${at}=${field ?? ''}`}
            >
              <option value={`${at}=`}>{t('imports:field.none')}</option>
              {FIELDS.map((each) => (
                <option key={each} value={`${at}=${each}`}>
                  {t(`imports:field.${each}`)}
                </option>
              ))}
            </select>
          ),
        },
      ]}
    />
  );
}

/** Columns whose days may be read in two ways: the registrar says it once for all rows. */
export function OpenDates({ view: { columns, open } }: { view: ColumnsView }) {
  const { t } = useT();
  const asked = columns.filter(({ at, order }) => open.dates.includes(at) || order !== null);
  if (asked.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="orders">
      <h2 id="orders">{t('imports:columns.dates')}</h2>
      {asked.map(({ at, letter, header, order }) => (
        <div className="field" key={letter}>
          <label htmlFor={`order-${at}`}>
            {letter}: {header}
          </label>
          <select id={`order-${at}`} name="order" className="input" defaultValue={`${at}=${order ?? ''}`}>
            <option value={`${at}=`}>{t('imports:columns.order-own')}</option>
            <option value={`${at}=dmy`}>{t('imports:columns.order-dmy')}</option>
            <option value={`${at}=mdy`}>{t('imports:columns.order-mdy')}</option>
          </select>
        </div>
      ))}
    </section>
  );
}

type ValuesProps = {
  name: 'place' | 'level';
  title: string;
  values: ColumnsView['open']['places'];
  choices: readonly { id: string; name: LocalizedText; depth?: number }[];
  chosen: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
};

/** Values that name nothing known, and those that were chosen for before. */
export function OpenValues({ name, title, values, choices, chosen, words }: ValuesProps) {
  const { t, lang } = useT();
  const open = new Set(values.map(({ key }) => key));
  const before = Object.keys(chosen).filter((key) => !open.has(key));
  const asked = [...values, ...before.map((key) => ({ key, value: words[key] ?? key, rows: 0 }))];
  if (asked.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={`open-${name}`}>
      <h2 id={`open-${name}`}>{title}</h2>
      {asked.map(({ key, value, rows }, at) => (
        <div className="field" key={key}>
          <label htmlFor={`${name}-${at}`} className="break">
            {rows > 0 ? t('imports:columns.value-rows', { value, count: rows }) : value}
          </label>
          <select
            id={`${name}-${at}`}
            name={name}
            className="input"
            defaultValue={`${chosen[key] ?? ''}=${key}`}
          >
            <option value={`=${key}`}>{t('imports:columns.not-chosen')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={`${choice.id}=${key}`}>
                {'\u2003'.repeat(choice.depth ?? 0)}
                {plainText(choice.name, lang)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}
