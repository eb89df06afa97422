import { useLoaderData } from '@remix-run/react';
import { getRulebook } from '~/domain/amendments/get-rulebook.server';
import { levelTexts } from '~/domain/frameworks/inputs';
import { reviseLevel } from '~/domain/frameworks/revise-level.server';
import type { Level } from '~/domain/frameworks/types';
import { plainText } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';
import { staleLangs } from '~/i18n/revised-text';
import { Field, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

type View = { level: Level; mayAmend: boolean; stale: { name: Lang[]; summary: Lang[] } };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const { level, mayAmend } = await getRulebook(ctx, { level: params.level ?? '' });
  return { level, mayAmend, stale: { name: staleLangs(level.name), summary: staleLangs(level.summary) } };
});

export const action = formAction({
  schema: levelTexts,
  async run({ ctx, params, input }) {
    const level = params.level ?? '';
    await reviseLevel(ctx, { level, ...input });
    return {
      redirectTo: pagePath(ctx.lang, `/office/frameworks/${level}/texts`),
      flash: 'amendments:done.saved',
    };
  },
});

export const meta = pageMeta<View>(({ level }, t, { lang }) => ({
  title: t('amendments:texts.title', { level: plainText(level.name, lang) }),
  noindex: true,
}));

export default function LevelTexts() {
  const { level, mayAmend, stale } = useLoaderData<typeof loader>();
  const { t, lang } = useT();
  const name = plainText(level.name, lang);
  return (
    <Page
      title={t('amendments:texts.title', { level: name })}
      lead={t('amendments:texts.lead')}
      crumbs={[
        { to: '/office/frameworks', label: t('amendments:list.title') },
        { to: `/office/frameworks/${level.slug}`, label: t('amendments:book.title', { level: name }) },
      ]}
    >
      {mayAmend ? (
        <TextsForm level={level} stale={stale} />
      ) : (
        <Notice>
          <p>{t('amendments:book.read-only')}</p>
        </Notice>
      )}
    </Page>
  );
}

function TextsForm({ level, stale }: { level: Level; stale: View['stale'] }) {
  const { t } = useT();
  const state = useFormState();
  const noteOf = (part: 'name' | 'summary', lang: Lang) => {
    if (stale[part].includes(lang)) return t('amendments:text.stale');
    return level[part][lang]?.origin === 'machine' ? t('amendments:text.machine') : undefined;
  };
  return (
    <Form state={state}>
      <SelectField
        name="original"
        label={t('amendments:text.original')}
        value={level.name.original}
        options={LANGS.map((lang) => ({ value: lang, label: t(`shell:language.${lang}`) }))}
      />
      {LANGS.map((lang) => (
        <Field
          key={lang}
          name={`name.${lang}`}
          lang={lang}
          label={t('amendments:text.in', { language: t(`shell:language.${lang}`) })}
          hint={noteOf('name', lang)}
          required={false}
          maxLength={120}
          value={level.name[lang]?.text ?? ''}
        />
      ))}
      {LANGS.map((lang) => (
        <TextAreaField
          key={lang}
          name={`summary.${lang}`}
          lang={lang}
          label={t('amendments:texts.summary', { language: t(`shell:language.${lang}`) })}
          hint={noteOf('summary', lang)}
          required={false}
          rows={3}
          maxLength={1000}
          value={level.summary[lang]?.text ?? ''}
        />
      ))}
      <SubmitButton>{t('amendments:draft.save')}</SubmitButton>
    </Form>
  );
}
