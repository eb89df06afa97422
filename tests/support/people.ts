import { Secret, TOTP } from 'otpauth';
import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { type SignUpInput, signUp } from '~/domain/access/sign-up.server';
import { readContact } from '~/domain/people/inputs';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import type { TestWorld } from './database';

export const PASSWORD = 'четыре белых лошади';

let people = 0;

/** What a sign-up form gives; each call is another person. */
export function newcomer(
  facts: Partial<Omit<SignUpInput, 'contact'>> & { contact?: string } = {},
): SignUpInput {
  people += 1;
  const contact = readContact(facts.contact ?? `person${people}@example.kz`);
  if (!contact) throw new Error('The test needs an e-mail address or a phone number');
  const name = { family: 'Досова', given: 'Айгүл', patronymic: '', latinFamily: '', latinGiven: '' };
  return { password: PASSWORD, ...name, lang: 'ru', userAgent: 'Chrome/120 (Android)', ...facts, contact };
}

export type Registered = { token: string; accountId: string; personId: string; actor: Actor; ctx: Ctx };

/** Signs somebody up and answers them as the next request would see them. */
export async function register(
  world: TestWorld,
  facts: Parameters<typeof newcomer>[0] = {},
): Promise<Registered> {
  const done = await signUp(world.ctx(), newcomer(facts));
  const actor = await actorOfToken(world, done.token);
  return { ...done, actor, ctx: world.ctx(actor) };
}

export async function actorOfToken(world: TestWorld, token: string): Promise<Actor> {
  const actor = await authenticateSession(world.ctx(), { token });
  if (!actor) throw new Error('The token opens no session');
  return actor;
}

/** What the authenticator app would show at the moment. */
export const appCode = (secret: string, now: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

/** The code at the end of the link in the newest mail to the address. */
export async function codeFromMail(ctx: Ctx, to: string): Promise<string> {
  const mail = await ctx.db.outboxMail.findFirst({ where: { to }, orderBy: { id: 'desc' } });
  const code = /\/(?:confirm-email|reset-password)\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
  if (!code) throw new Error(`No mail with a code went to ${to}`);
  return code;
}
