import { sessionCookieName } from '~/web/cookies.server';
import type { MachineHandler } from './machine-handler';
import { openapiDocument } from './openapi-document';

/** `GET /api/v1/openapi.json`. */
export const openapi: MachineHandler = async (_req, res, { config }) => {
  res
    .set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=3600' })
    .json(openapiDocument(config.publicUrl, sessionCookieName(config)));
};
