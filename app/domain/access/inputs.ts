import { z } from 'zod';
import { contact, emailAddress, lang } from '~/domain/people/inputs';
import { checkbox, line, optionalLine } from '~/platform/input';
import { PASSWORD_MAX, PASSWORD_MIN } from './rules/password-rules';

const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
/** What is only compared; its length says nothing. */
const givenPassword = z.string().min(1).max(1000);

/** A box that must be ticked. */
const accepted = checkbox.refine((ticked) => ticked, 'accept');

export const signUpInput = z.object({
  contact,
  password: newPassword,
  family: line(80),
  given: line(80),
  patronymic: optionalLine(80),
  latinFamily: optionalLine(80),
  latinGiven: optionalLine(80),
  lang,
  consent: accepted,
});

/** Anything may be typed here: what is no contact is simply nobody's. */
export const signInInput = z.object({ contact: line(200), password: givenPassword });

export const secondStepInput = z.object({ code: line(20) });

export const requestResetInput = z.object({ contact: line(200) });
export const enterCodeInput = z.object({ resetCode: line(60) });

/** Both passwords of a form that sets a new one. */
const twice = { password: newPassword, passwordAgain: z.string().max(1000) };
const areEqual = (form: { password: string; passwordAgain: string }) => form.password === form.passwordAgain;
const DIFFER = { message: 'passwords-differ', path: ['passwordAgain'] };

export const resetPasswordInput = z.object(twice).refine(areEqual, DIFFER);
export const changePasswordInput = z
  .object({ currentPassword: givenPassword, ...twice })
  .refine(areEqual, DIFFER);

export const changeEmailInput = z.object({ email: emailAddress, currentPassword: givenPassword });

export const nothing = z.object({});
export const endSessionInput = z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) });
export const confirmFactorInput = z.object({ code: line(20) });
export const removeFactorInput = z.object({ currentPassword: givenPassword });
