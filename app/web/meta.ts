import type { MetaFunction } from '@remix-run/react';
import { isLang } from '~/i18n/locales';
import { type Translate, translator } from '~/i18n/translate';

type Facts = { title: string; description?: string; noindex?: boolean };

/** Title and description of a page in the reader's language. `data` is undefined when the loader failed. */
export function pageMeta<Data>(
  facts: (data: Data, t: Translate) => Facts,
): MetaFunction<() => Promise<Data>> {
  return ({ data, params }) => {
    const t = translator(isLang(params.lang) ? params.lang : 'ru');
    if (data === undefined) return [{ title: 'Shihan' }];
    const { title, description, noindex } = facts(data as Data, t);
    return [
      { title: `${title} · Shihan` },
      ...(description ? [{ name: 'description', content: description }] : []),
      ...(noindex ? [{ name: 'robots', content: 'noindex' }] : []),
    ];
  };
}
