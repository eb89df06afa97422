import { findLogo } from '~/domain/partners/find-logo.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import type { MachineHandler } from '../machine-handler';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `GET /logos/{permission}`: the picture that a permission allows, as long as it holds; nothing is kept for longer. */
export const logo: MachineHandler = async (req, res, services) => {
  const ctx = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: res.locals.requestId });
  const permissionId = req.params.permission ?? '';
  const found = UUID.test(permissionId) ? await findLogo(ctx, { permissionId }) : null;
  if (!found) throw new DomainError('not-found', 'partners.no-such-permission');
  res.type('image/png').set('Cache-Control', 'no-cache').send(Buffer.from(found.image));
};
