import './load-context';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { isLang } from '~/i18n/locales';
import { type Translate, translator } from '~/i18n/translate';
import type { Ctx } from '~/platform/context';
import { DomainError, httpStatus, isDomainError, messageKey } from '~/platform/errors';
import { buildContext } from './build-context.server';
import { writeFlash } from './cookies.server';
import type { FormState } from './form-state';
import type { PageRequest } from './load-context';
import { pagePath } from './paths';
import { parseForm, readFormData, typedValues } from './read-form.server';

export type LoadArgs = {
  ctx: Ctx;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
  request: Request;
  t: Translate;
  page: PageRequest;
};

type Thrown = { code: string; message: string; retryAfter: number | null };

/** Turns a broken rule into an answer that the error page shows; anything else is a fault and goes on as it is. */
function answerTo(error: unknown, t: Translate): unknown {
  if (!isDomainError(error)) return error;
  const body: Thrown = {
    code: error.code,
    message: t.exists(messageKey(error.code)) ? t.dynamic(messageKey(error.code), error.extras.params) : '',
    retryAfter: error.extras.retryAfter ?? null,
  };
  const headers = error.extras.retryAfter ? { 'Retry-After': String(error.extras.retryAfter) } : undefined;
  return data(body, { status: httpStatus(error.kind), ...(headers ? { headers } : {}) });
}

async function openArgs({
  request,
  params,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<LoadArgs> {
  const { lang } = params;
  if (!isLang(lang)) throw data(null, { status: 404 });
  const actor = await context.actor();
  const ctx = buildContext(context.services, { actor, lang, requestId: context.requestId });
  return { ctx, params, request, url: new URL(request.url), t: translator(lang), page: context };
}

const toSignIn = (args: LoadArgs): Response => {
  const back = `${args.url.pathname}${args.request.method === 'GET' ? args.url.search : ''}`;
  return redirect(`${pagePath(args.ctx.lang, '/sign-in')}?to=${encodeURIComponent(back)}`);
};

/** Runs `load` with the visitor's context; broken rules become error pages, a missing sign-in leads there and back. */
export function publicLoader<T>(load: (args: LoadArgs) => Promise<T>) {
  return async (remix: LoaderFunctionArgs): Promise<T> => {
    const args = await openArgs(remix);
    try {
      return await load(args);
    } catch (error) {
      if (isDomainError(error) && error.kind === 'unauthenticated') throw toSignIn(args);
      throw answerTo(error, args.t);
    }
  };
}

export type CachedArgs = LoadArgs & {
  /** Tells when the clock alone will change this page; the copy is dropped then. */
  validUntil(moment: Date): void;
};

/** A page that is the same for every visitor who is not signed in: the HTTP server may keep it. */
export function cachedPublicLoader<T>(load: (args: CachedArgs) => Promise<T>) {
  return publicLoader((args) => {
    const { cache } = args.page;
    cache.allowed = true;
    const validUntil = (moment: Date) => {
      if (!cache.until || moment < cache.until) cache.until = moment;
    };
    return load({ ...args, validUntil });
  });
}

/** Only for people who are signed in. */
export function signedInLoader<T>(load: (args: LoadArgs) => Promise<T>) {
  return publicLoader((args) => {
    if (!args.ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
    return load(args);
  });
}

export type Done = {
  /** Path with language, such as pagePath(lang, '/learn'). */
  redirectTo: string;
  /** A message key for the next page. */
  flash?: string;
  cookies?: readonly string[];
};

export type FormAction<S extends z.ZodType> = {
  schema: S;
  run(args: LoadArgs & { input: z.output<S> }): Promise<Done>;
  /** Default true: nobody may act without being signed in. */
  signedIn?: boolean;
};

type AnyFormAction = {
  schema: z.ZodType;
  run(args: LoadArgs & { input: never }): Promise<Done>;
  signedIn?: boolean;
};

/** Keeps the schema's type together with its `run`. */
export const form = <S extends z.ZodType>(action: FormAction<S>): FormAction<S> => action;

/** The action of a page with one form. */
export const formAction = <S extends z.ZodType>(action: FormAction<S>) => formActions({ '': action });

/**
 * The action of a page with several forms; the hidden field `intent` names the one that was sent. With `files` they
 * may hold files, which a schema takes as `File`; nothing is read then of those who are not signed in.
 */
export function formActions(actions: Readonly<Record<string, AnyFormAction>>, { files = false } = {}) {
  return async (remix: ActionFunctionArgs) => {
    const args = await openArgs(remix);
    let sent: FormData | null = null;
    let intent = '';
    try {
      if (files && !args.ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
      sent = await readFormData(args.request, { files });
      intent = String(sent.get('intent') ?? '');
      const action = Object.hasOwn(actions, intent) ? actions[intent] : undefined;
      if (!action) throw new DomainError('invalid', 'shell.not-a-form');
      if (action.signedIn !== false && !args.ctx.actor)
        throw new DomainError('unauthenticated', 'shell.sign-in-first');
      return await runForm(args, action, sent, intent);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      if (error.kind === 'unauthenticated') throw toSignIn(args);
      if (!sent || error.kind === 'not-found' || error.kind === 'forbidden') throw answerTo(error, args.t);
      return refused(error, intent, sent, args.t);
    }
  };
}

async function runForm(args: LoadArgs, action: AnyFormAction, sent: FormData, intent: string) {
  const parsed = parseForm(sent, action.schema, intent, args.t);
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 });
  const done = await action.run({ ...args, input: parsed.input as never });
  const headers = new Headers();
  for (const cookie of done.cookies ?? []) headers.append('Set-Cookie', cookie);
  if (done.flash) headers.append('Set-Cookie', writeFlash(args.ctx.config, done.flash));
  return redirect(done.redirectTo, { status: 303, headers });
}

/** A broken rule beside the form, with everything typed kept. */
function refused(error: DomainError, intent: string, sent: FormData, t: Translate) {
  const { field, params, retryAfter } = error.extras;
  const message = t.dynamic(messageKey(error.code), params);
  const state: FormState = {
    intent,
    values: typedValues(sent),
    errors: field ? { [field]: [message] } : {},
    formError: field ? undefined : message,
  };
  const headers = retryAfter ? { 'Retry-After': String(retryAfter) } : undefined;
  return data({ form: state }, { status: httpStatus(error.kind), ...(headers ? { headers } : {}) });
}
