import { useLoaderData } from '@remix-run/react';
import { confirmTexts } from '~/domain/lexicon/confirm-texts.server';
import {
  confirmTextsForm,
  correctTextForm,
  listWaitingTextsInput,
  type TextKind,
} from '~/domain/lexicon/inputs';
import { listWaitingTexts, type WaitingTexts } from '~/domain/lexicon/list-waiting-texts.server';
import { isLang, LANG_NAMES, type Lang } from '~/i18n/locales';
import { EmptyState } from '~/ui/kit/empty-state';
import { Notice } from '~/ui/kit/notice';
import { Pagination } from '~/ui/kit/pagination';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { StudioTabs } from './lexicon-tabs';
import { WaitingTable } from './waiting-table';

type View = WaitingTexts & { lang: Lang; kind: TextKind | null; after: string | null };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const wanted = Object.fromEntries(url.searchParams);
  const lang = isLang(wanted.lang) ? wanted.lang : 'kk';
  const filter = listWaitingTextsInput.parse({ ...wanted, lang });
  const found = await listWaitingTexts(ctx, filter);
  return { ...found, lang, kind: filter.kind ?? null, after: filter.after ?? null };
});

const textsPath = (lang: Lang, kind: TextKind | null, after: string | null = null): string => {
  const search = new URLSearchParams({ lang, ...(kind ? { kind } : {}), ...(after ? { after } : {}) });
  return `/studio/lexicon/texts?${search}`;
};

/** Back to the same selection, from its beginning: what was confirmed is gone from it. */
const done = ({ ctx, url }: LoadArgs, lang: Lang) => {
  const { kind } = listWaitingTextsInput.parse({ kind: url.searchParams.get('kind') ?? undefined, lang });
  return {
    redirectTo: pagePath(ctx.lang, textsPath(lang, kind ?? null)),
    flash: 'lexicon:done.texts-confirmed',
  };
};

export const action = formActions({
  confirm: form({
    schema: confirmTextsForm,
    async run(args) {
      const { lang, refs } = args.input;
      await confirmTexts(args.ctx, { lang, texts: refs.map((ref) => ({ ref })) });
      return done(args, lang);
    },
  }),
  correct: form({
    schema: correctTextForm,
    async run(args) {
      const { lang, ref, text } = args.input;
      await confirmTexts(args.ctx, { lang, texts: [{ ref, text }] });
      return done(args, lang);
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('lexicon:studio.texts'), noindex: true }));

export default function LexiconTexts() {
  const { t } = useT();
  const { texts, next, counts, own, lang, kind, after } = useLoaderData<typeof loader>();
  const waiting = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Page title={t('lexicon:studio.title')} lead={t('lexicon:studio.waiting-lead')} width="office">
      <StudioTabs waiting={waiting} />
      <Choice counts={counts} lang={lang} kind={kind} />
      {texts.length === 0 ? (
        <EmptyState title={t('lexicon:studio.nothing-waits')}>
          {t('lexicon:studio.nothing-waits-text')}
        </EmptyState>
      ) : (
        <>
          {own.includes(lang) ? null : <Notice>{t('lexicon:studio.not-yours')}</Notice>}
          <WaitingTable texts={texts} lang={lang} mayConfirm={own.includes(lang)} />
        </>
      )}
      <Pagination
        first={after ? textsPath(lang, kind) : null}
        next={next ? textsPath(lang, kind, next) : null}
      />
    </Page>
  );
}

const KINDS = ['technique', 'element', 'term'] as const;

function Choice({ counts, lang, kind }: Pick<View, 'counts' | 'lang' | 'kind'>) {
  const { t } = useT();
  const of = counts.find((count) => count.lang === lang);
  return (
    <div className="row row-apart gap-top gap-bottom">
      <Chips
        label={t('lexicon:studio.lang')}
        items={counts.map((count) => ({
          to: textsPath(count.lang, kind),
          label: <span lang={count.lang}>{LANG_NAMES[count.lang].own}</span>,
          count: count.count,
          current: count.lang === lang,
        }))}
      />
      <Chips
        label={t('lexicon:studio.of-kind')}
        items={[
          { to: textsPath(lang, null), label: t('lexicon:studio.all-kinds'), current: kind === null },
          ...KINDS.map((name) => ({
            to: textsPath(lang, name),
            label: t(`lexicon:studio.kind-${name}`),
            count: of?.byKind[name] ?? 0,
            current: kind === name,
          })),
        ]}
      />
    </div>
  );
}
