import { mayListPeople } from '~/domain/people/policy';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { LoadArgs } from '~/web/handlers.server';

/** The account of the address. Admins only, before anything is looked up; a damaged id is nobody. */
export function accountOf({ ctx, params }: LoadArgs): string {
  if (!mayListPeople(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  if (!isId(params.account)) throw new DomainError('not-found', 'people.no-such-person');
  return params.account;
}
