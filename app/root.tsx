import './styles/app.css';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { isLang, LANG_NAMES } from './i18n/locales';
import { translator } from './i18n/translate';
import { useT } from './ui/kit/use-t';
import { ErrorPage, worded } from './ui/shell/error-page';
import { publicLoader } from './web/handlers.server';
import { errorMeta } from './web/meta';
import { ScriptStarter } from './web/script-starter';

/** The address of the site, for the heads of its pages. */
export const loader = publicLoader(async ({ ctx }) => ({ site: ctx.config.publicUrl }));

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

/** Counts only for pages that could not be shown: every other has its own. */
export const meta: MetaFunction = ({ error, params }) =>
  error
    ? errorMeta(
        translator(isLang(params.lang) ? params.lang : 'ru')(`shell:error.${worded(statusOf(error))}.title`),
      )
    : [];

const asksForScript = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'script' in handle && handle.script === true;

export function Layout({ children }: { children: ReactNode }) {
  const { lang, nonce } = useT();
  const script = useMatches().some((match) => asksForScript(match.handle));
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12151b" media="(prefers-color-scheme: dark)" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href={`/app/${lang}.webmanifest`} />
        <Links />
        {script ? <ScriptStarter nonce={nonce} /> : null}
      </head>
      <body data-language={LANG_NAMES[lang].own}>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

type Told = { message?: unknown };

export function ErrorBoundary() {
  const error = useRouteError();
  const told: Told =
    isRouteErrorResponse(error) && error.data && typeof error.data === 'object' ? error.data : {};
  const detail = typeof told.message === 'string' && told.message !== '' ? told.message : undefined;
  return <ErrorPage status={statusOf(error)} detail={detail} />;
}
