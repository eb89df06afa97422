import type { OpenAmendment } from '~/domain/amendments/types';
import { COMPONENT_KINDS } from '~/domain/claims/inputs';
import type { ComponentRule } from '~/domain/frameworks/inputs';
import { type LocalizedText, plainText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { type Choice, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import type { Choices } from './requirement-form';

type Stale = Readonly<Record<string, readonly string[]>>;
type Props = { open: OpenAmendment; choices: Choices & { stale: Stale } };

/** Conditions that must be live as long as the licence is. */
export function ComponentsPart({ open, choices }: Props) {
  const { t } = useT();
  const components = open.rules?.components ?? [];
  return (
    <section className="ruled stack" id="components" aria-labelledby="components-title">
      <h2 id="components-title">{t('amendments:components.title')}</h2>
      <p className="quiet measure">{t('amendments:components.text')}</p>
      <ul className="stack">
        {components.map((component) => (
          <li key={component.kind} className="stack stack-s">
            <Component component={component} open={open} stale={choices.stale[component.kind] ?? []} />
          </li>
        ))}
      </ul>
      <AddComponent open={open} choices={choices} />
    </section>
  );
}

type ComponentProps = { component: ComponentRule; open: OpenAmendment; stale: readonly string[] };

function Component({ component: { kind, name }, open, stale }: ComponentProps) {
  const { t, lang } = useT();
  const sent = useFormState('component-name');
  const state = sent?.values.kind === kind ? sent : undefined;
  return (
    <>
      <div className="row">
        <Text value={name} className="strong" quiet />
        <Form intent="remove-component" scope={kind}>
          <input type="hidden" name="seen" value={open.fingerprint} />
          <input type="hidden" name="kind" value={kind} />
          <SubmitButton look="plain" small>
            {t('amendments:components.remove', { name: plainText(name, lang) })}
          </SubmitButton>
        </Form>
      </div>
      <Confirm summary={t('amendments:components.rename')} open={state !== undefined}>
        <Form intent="component-name" scope={kind} state={state}>
          <input type="hidden" name="seen" value={open.fingerprint} />
          <input type="hidden" name="kind" value={kind} />
          <NameFields name={name} stale={stale} />
          <SubmitButton>{t('amendments:draft.save')}</SubmitButton>
        </Form>
      </Confirm>
    </>
  );
}

/** Kinds of papers, and the courses that give a condition. */
function useSources(courses: Choices['courses']): Choice[] {
  const { t, lang } = useT();
  return [
    ...COMPONENT_KINDS.map((kind) => ({
      value: `paper:${kind}`,
      label: t('amendments:components.paper', { kind: t(`claims:kind.${kind}`) }),
    })),
    ...courses.flatMap(({ slug, title, component }) =>
      component
        ? [
            {
              value: `course:${slug}`,
              label: t('amendments:components.course', { course: plainText(title, lang), kind: component }),
            },
          ]
        : [],
    ),
  ];
}

function AddComponent({ open, choices }: Props) {
  const { t, lang } = useT();
  const state = useFormState('component');
  const sources = useSources(choices.courses);
  return (
    <Confirm summary={t('amendments:components.add')} open={state !== undefined}>
      <Form intent="component" state={state}>
        <input type="hidden" name="seen" value={open.fingerprint} />
        <SelectField
          name="source"
          label={t('amendments:components.source')}
          hint={t('amendments:components.source-hint')}
          empty={t('shell:form.choose')}
          options={sources}
        />
        <NameFields name={{ original: lang }} stale={[]} />
        <SubmitButton>{t('amendments:components.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

/** A text in four languages; which one is the original, and which translations are older than it. */
export function NameFields({ name, stale }: { name: LocalizedText; stale: readonly string[] }) {
  const { t } = useT();
  const noteOf = (lang: (typeof LANGS)[number]) => {
    if (stale.includes(lang)) return t('amendments:text.stale');
    return name[lang]?.origin === 'machine' ? t('amendments:text.machine') : undefined;
  };
  return (
    <>
      <SelectField
        name="original"
        label={t('amendments:text.original')}
        value={name.original}
        options={LANGS.map((lang) => ({ value: lang, label: t(`shell:language.${lang}`) }))}
      />
      {LANGS.map((lang) => (
        <Field
          key={lang}
          name={lang}
          lang={lang}
          label={t('amendments:text.in', { language: t(`shell:language.${lang}`) })}
          hint={noteOf(lang)}
          required={false}
          maxLength={120}
          value={name[lang]?.text ?? ''}
        />
      ))}
    </>
  );
}
