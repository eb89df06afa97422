import { createContext, type FormHTMLAttributes, useContext } from 'react';
import { useT } from './use-t';

/** A form that was sent back: what was typed (never passwords) and what is wrong with it, translated. */
export type FormState = {
  readonly intent?: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly formError?: string | undefined;
};

type Scope = { name: string; state: FormState | undefined };

const FormContext = createContext<Scope>({ name: 'f', state: undefined });

/** The form around a field: the prefix of its ids and what was sent back. */
export const useFormScope = (): Scope => useContext(FormContext);

/** The id of a field's control; forms on one page differ by their intent. */
export const fieldId = (scope: string, name: string): string => `${scope}-${name.replace(/[^\w-]/g, '-')}`;

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'method'> & {
  /** Names this form where a page has several; sent as the hidden field `intent`. */
  intent?: string;
  /** Tells forms of one intent apart, such as those of a list's rows. */
  scope?: string;
  state?: FormState | undefined;
  method?: 'get' | 'post';
};

/** A form without script: fields inside take its state and unique ids; errors stand on top. */
export function Form(props: FormProps) {
  const { intent, scope, state, method = 'post', className = 'form', children, ...rest } = props;
  const name = ['f', intent, scope].filter(Boolean).join('-');
  return (
    <FormContext.Provider value={{ name, state }}>
      <form {...rest} method={method} className={className}>
        {intent ? <input type="hidden" name="intent" value={intent} /> : null}
        <FormError />
        {children}
      </form>
    </FormContext.Provider>
  );
}

type FormErrorProps = { state?: FormState | undefined; title?: string };

/** What is wrong with a form that was sent back; receives the focus and links to each field. */
export function FormError({ state, title }: FormErrorProps) {
  const { t } = useT();
  const scope = useFormScope();
  const shown = state ?? scope.state;
  if (!shown) return null;
  const fields = Object.entries(shown.errors).filter(([name, texts]) => name !== '' && texts.length > 0);
  if (!shown.formError && fields.length === 0) return null;
  const titleId = fieldId(scope.name, 'errors');
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must learn of the errors first.
    <div className="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby={titleId}>
      <p id={titleId} className="strong">
        {shown.formError ?? title ?? t('shell:form.check')}
      </p>
      <ul>
        {fields.map(([name, texts]) => (
          <li key={name}>
            <a href={`#${fieldId(scope.name, name)}`}>{texts.join(' ')}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
