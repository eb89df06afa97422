import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { A } from './link';

/** `main`: the one obvious act of a page; `plain`: the others; `danger`: cannot be taken back; `link`: looks like a link. */
export type ButtonLook = 'main' | 'plain' | 'danger' | 'link';

type Look = { look?: ButtonLook | undefined; small?: boolean | undefined; className?: string | undefined };

const LOOKS: Record<ButtonLook, string> = {
  main: '',
  plain: 'btn-plain',
  danger: 'btn-danger',
  link: 'btn-link',
};

const buttonClass = ({ look = 'main', small, className }: Look): string =>
  ['btn', LOOKS[look], small ? 'btn-small' : '', className ?? ''].filter(Boolean).join(' ');

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button inside a form; it submits unless `type="button"` is given. */
export function Button({ look, small, className, type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass({ look, small, className })} />;
}

type LinkAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'children'>;
type ButtonLinkProps = Look & LinkAttributes & { to: string; children: ReactNode };

/** A link to a page of ours (`to` without language) that looks like a button. */
export function ButtonLink({ look, small, className, ...rest }: ButtonLinkProps) {
  return <A {...rest} className={buttonClass({ look, small, className })} />;
}
