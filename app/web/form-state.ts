import { useActionData } from '@remix-run/react';

/** A form that was sent back: what was typed (never passwords) and what is wrong, translated. */
export type FormState = {
  /** Which form of the page it was; '' where there is only one. */
  intent: string;
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  formError?: string | undefined;
};

/** The state of one form of this page, or undefined when it was not sent (or went through). */
export function useFormState(intent = ''): FormState | undefined {
  const data = useActionData<{ form?: FormState }>();
  return data?.form && data.form.intent === intent ? data.form : undefined;
}
