import { createContext, type ReactNode, useContext } from 'react';
import { type Formatters, formatters } from '~/i18n/format';
import type { Lang } from '~/i18n/locales';
import { type Translate, translator } from '~/i18n/translate';

/** What every component may ask for; filled once for each page by entry.server. */
export type View = {
  lang: Lang;
  t: Translate;
  fmt: Formatters;
  /** Path of this page without its language, such as '/courses/ukemi'; with the query in `search` ('?q=…' or ''). */
  path: string;
  search: string;
  demo: boolean;
  /** Null: nobody is signed in. */
  actor: { name: string; roles: readonly string[] } | null;
  /** A message kept over one redirect, already translated. */
  flash: string | null;
  /** For the one external module that some pages load. */
  nonce: string | null;
};

const ViewContext = createContext<View | null>(null);

export type ViewFacts = Omit<View, 't' | 'fmt'>;

export function ViewProvider({ facts, children }: { facts: ViewFacts; children: ReactNode }) {
  const view: View = { ...facts, t: translator(facts.lang), fmt: formatters(facts.lang) };
  return <ViewContext.Provider value={view}>{children}</ViewContext.Provider>;
}

/** The reader's language, messages, formatters and frame. Server-rendered components only. */
export function useT(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('useT() works only below ViewProvider');
  return view;
}
