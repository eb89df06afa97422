import { UNSAFE_RemixContext as RemixContext } from '@remix-run/react';
import { useContext } from 'react';

/** The one external module; its address comes from the build's manifest. */
export function ScriptStarter({ nonce }: { nonce: string | null }) {
  const remix = useContext(RemixContext);
  const source = remix?.manifest.entry.module;
  return source ? <script type="module" src={source} {...(nonce ? { nonce } : {})} /> : null;
}
