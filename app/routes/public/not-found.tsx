import { DomainError } from '~/platform/errors';
import { formActions, publicLoader } from '~/web/handlers.server';

export const loader = publicLoader<null>(async () => {
  throw new DomainError('not-found', 'shell.no-such-page');
});

export const action = formActions({});

export default function NotFound() {
  return null;
}
