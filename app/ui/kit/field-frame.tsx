import type { ReactNode } from 'react';
import { markJapanese } from '~/ui/japanese/mark-japanese';
import { type FormState, fieldId, useFormScope } from './form';
import { useT } from './use-t';

/** What every field takes. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Default true; fields that may stay empty say so in words. */
  required?: boolean;
  /** The value before anything was sent. */
  value?: string | undefined;
  /** Taken from the surrounding `Form` unless given. */
  state?: FormState | undefined;
};

export type FieldFacts = {
  id: string;
  errors: readonly string[];
  /** What was typed and sent back, else undefined. */
  typed: string | readonly string[] | undefined;
  /** Attributes of the control. */
  control: {
    id: string;
    name: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  };
};

/** The ids, errors and kept value of a field. */
export function useField({ name, hint, state }: Pick<FieldProps, 'name' | 'hint' | 'state'>): FieldFacts {
  const scope = useFormScope();
  const sent = state ?? scope.state;
  const id = fieldId(scope.name, name);
  const errors = sent?.errors[name] ?? [];
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return {
    id,
    errors,
    typed: sent?.values[name],
    control: {
      id,
      name,
      'aria-invalid': errors.length > 0 || undefined,
      'aria-describedby': described || undefined,
    },
  };
}

/** The one text that was typed into a field. */
export const typedText = (typed: FieldFacts['typed']): string | undefined =>
  typeof typed === 'string' ? typed : typed?.[0];

export function Optional({ required }: { required: boolean }) {
  const { t } = useT();
  return required ? null : <span className="optional"> {t('shell:form.optional')}</span>;
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p className="hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null;
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  const { t } = useT();
  if (errors.length === 0) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          className="ink"
          fillRule="evenodd"
          d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-1 3v5h2V4Zm0 6v2h2v-2Z"
        />
      </svg>
      <span>
        <span className="sr">{t('shell:form.error')} </span>
        {errors.join(' ')}
      </span>
    </p>
  );
}

type FrameProps = {
  facts: FieldFacts;
  label: ReactNode;
  hint: ReactNode;
  required: boolean;
  children: ReactNode;
};

/** Label, hint, control and errors of a field with one control. */
export function FieldFrame({ facts, label, hint, required, children }: FrameProps) {
  const { lang } = useT();
  return (
    <div className="field">
      <label htmlFor={facts.id}>
        {typeof label === 'string' ? markJapanese(label, lang) : label}
        <Optional required={required} />
      </label>
      <Hint id={facts.id}>{hint}</Hint>
      {children}
      <FieldErrors id={facts.id} errors={facts.errors} />
    </div>
  );
}
