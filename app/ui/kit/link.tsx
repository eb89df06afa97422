import type { AnchorHTMLAttributes } from 'react';
import { useT } from './use-t';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** Path without language, such as '/courses'; the reader's language is put in front. */
  to: string;
};

/** A link to another page of ours in the reader's language. */
export function A({ to, children, ...rest }: Props) {
  const { lang } = useT();
  return (
    <a {...rest} href={to === '/' ? `/${lang}` : `/${lang}${to}`}>
      {children}
    </a>
  );
}
