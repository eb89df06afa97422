import { FILE_ORIGINS } from '~/domain/captions/inputs';
import { LANG_NAMES, type Lang } from '~/i18n/locales';
import { RadioGroup, SelectField, SubmitButton } from '~/ui/kit/field';
import { FieldFrame, useField } from '~/ui/kit/field-frame';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

const ENCODING_NAMES = {
  auto: null,
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  shift_jis: 'Shift_JIS',
} as const;

const named = (langs: readonly Lang[]) =>
  langs.map((value) => ({ value, label: LANG_NAMES[value].own, lang: value }));

/** A caption file is sent and looked at before anything is saved. */
export function ImportSection({ writes }: { writes: readonly Lang[] }) {
  const { t } = useT();
  const state = useFormState('import');
  if (writes.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="h3">{t('captions:import.title')}</h2>
      <p className="measure">{t('captions:import.lead')}</p>
      <Form intent="import" state={state} encType="multipart/form-data">
        <FileField />
        <SelectField name="lang" label={t('captions:import.lang')} options={named(writes)} />
        <RadioGroup
          name="origin"
          label={t('captions:import.origin')}
          value="author"
          options={FILE_ORIGINS.map((value) => ({ value, label: t(`captions:import.origin-${value}`) }))}
        />
        <SelectField
          name="encoding"
          label={t('captions:import.encoding')}
          hint={t('captions:import.encoding-hint')}
          value="auto"
          options={Object.entries(ENCODING_NAMES).map(([value, label]) => ({
            value,
            label: label ?? t('captions:import.encoding-auto'),
          }))}
        />
        <div>
          <SubmitButton>{t('captions:import.preview')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}

function FileField() {
  const { t } = useT();
  const hint = t('captions:import.file-hint');
  const facts = useField({ name: 'file', hint, state: undefined });
  return (
    <FieldFrame facts={facts} label={t('captions:import.file')} hint={hint} required>
      <input
        {...facts.control}
        type="file"
        className="input"
        accept=".vtt,.srt,.txt,text/vtt,text/plain"
        required
      />
    </FieldFrame>
  );
}

type TranslateProps = { tracks: readonly { lang: Lang }[]; writes: readonly Lang[] };

/** Captions of a further language, cue by cue. */
export function TranslateSection({ tracks, writes }: TranslateProps) {
  const { t } = useT();
  const sources = tracks.map(({ lang }) => lang);
  const targets = writes.filter((lang) => !sources.includes(lang));
  const state = useFormState('translate');
  if (sources.length === 0 || (targets.length === 0 && !state)) return null;
  return (
    <section className="stack">
      <h2 className="h3">{t('captions:translate.title')}</h2>
      <p className="measure">{t('captions:translate.lead')}</p>
      <Form intent="translate" state={state}>
        <SelectField name="from" label={t('captions:translate.from')} options={named(sources)} />
        <SelectField name="lang" label={t('captions:translate.to')} options={named(targets)} />
        <div>
          <SubmitButton look="plain">{t('captions:translate.start')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
