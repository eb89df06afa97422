import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import type { Translate } from '~/i18n/translate';
import { DomainError } from '~/platform/errors';
import { isCleanText } from '~/platform/input';
import type { FormState } from './form-state';

/** No form of ours has more fields. */
const MAX_FIELDS = 500;

/** Reads a posted form. Throws DomainError 'invalid' for anything that is no form, and for files unless `files`. */
export async function readFormData(request: Request, { files = false } = {}): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new DomainError('invalid', 'shell.not-a-form');
  }
  let raw: FormData;
  try {
    raw = await request.formData();
  } catch {
    throw new DomainError('invalid', 'shell.not-a-form');
  }
  const form = new FormData();
  let fields = 0;
  for (const [name, value] of raw) {
    fields += 1;
    const isText = typeof value === 'string';
    if (fields > MAX_FIELDS || !(isText || files)) throw new DomainError('invalid', 'shell.not-a-form');
    if (!/^[\w.[\]-]{1,100}$/.test(name)) continue;
    form.append(name, isText ? value.toWellFormed() : value);
  }
  return form;
}

export type Parsed<T> = { ok: true; input: T } | { ok: false; state: FormState };

/** Parses a form by its schema; on failure every field has its message in the reader's language. */
export function parseForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  intent: string,
  t: Translate,
): Parsed<z.output<S>> {
  const dirty = [...form]
    .filter(([, value]) => typeof value === 'string' && !isCleanText(value))
    .map(([name]) => name);
  const submission = parseWithZod(form, {
    schema,
    formatError: (issues: readonly Issue[]) => issues.map((issue) => describe(issue, t)),
  });
  if (submission.status === 'success' && dirty.length === 0) return { ok: true, input: submission.value };
  const errors: Record<string, string[]> = {};
  for (const [name, messages] of Object.entries(
    submission.status === 'success' ? {} : (submission.error ?? {}),
  )) {
    if (Array.isArray(messages) && messages.length > 0) errors[name] = messages.map(String);
  }
  for (const name of dirty) errors[name] = [t('shell:validation.characters')];
  const formError = errors[''] ? errors[''].join(' ') : undefined;
  return { ok: false, state: { intent, values: typedValues(form), errors, formError } };
}

/** What was typed, without passwords and codes. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (/password|code$/i.test(name)) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === 'string');
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

/** What of a schema's complaint decides the message. */
type Issue = {
  code?: string | undefined;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  format?: string;
  message: string;
};

/** One message for one broken rule; a refinement's message is the name of its text in shell:validation. */
export function describe(issue: Issue, t: Translate): string {
  const own = `shell:validation.${issue.message}`;
  if (/^[a-z-]+$/.test(issue.message) && t.exists(own)) return t.dynamic(own);
  if (issue.code === 'invalid_type') return t('shell:validation.required');
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return t('shell:validation.too-long', { count: Number(issue.maximum) });
  }
  if (issue.code === 'too_small' && issue.origin === 'string') {
    const count = Number(issue.minimum);
    return count <= 1 ? t('shell:validation.required') : t('shell:validation.too-short', { count });
  }
  return issue.format === 'email' ? t('shell:validation.email') : t('shell:validation.invalid');
}
