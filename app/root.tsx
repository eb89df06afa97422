import './styles/app.css';
import { isRouteErrorResponse, Links, Meta, Outlet, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LANG_NAMES } from './i18n/locales';
import { useT } from './ui/kit/use-t';
import { ErrorPage } from './ui/shell/error-page';
import { ScriptStarter } from './web/script-starter';

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
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const told: Told =
    isRouteErrorResponse(error) && error.data && typeof error.data === 'object' ? error.data : {};
  const detail = typeof told.message === 'string' && told.message !== '' ? told.message : undefined;
  return <ErrorPage status={status} detail={detail} />;
}
