import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '~/platform/config/parse-environment';
import { type PlainMiddleware, pathOf } from './plain';
import { refuse } from './refuse.server';

/** The player sets inline styles; only its pages may: a lesson, a recording. */
const PLAYER = /^\/(kk|ru|ja|en)\/(learn\/[^/]+|(studio\/)?recordings)\/[^/]+\/?$/;

/** The script that computes checksums runs compiled code of its own; as a worker it has a policy of its own. */
const HASHING = /^\/assets\/hash-worker-[\w-]+\.js$/;

const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), browsing-topics=()';

const nonceOf = (res: Response): string | null => res.locals.nonce ?? null;

const scriptSources = (nonce: string | null): string => (nonce ? `'self' 'nonce-${nonce}'` : "'self'");

/** A nonce for pages of people who are signed in; public pages carry no script of their own and need none. */
export const makeNonce = (): string => randomBytes(16).toString('base64');

/**
 * Security headers of every answer. No inline script anywhere; inline style only where the player needs it; other hosts
 * only where Mux plays recordings.
 */
export function securityHeaders(config: Config): RequestHandler {
  const media = config.mux ? [config.mux.mediaSources] : [];
  const pictures = config.mux ? [config.mux.imageSources] : [];
  const headers = (player: boolean) =>
    helmet({
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: config.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: 'deny' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': [(_req, res) => scriptSources(nonceOf(res as Response))],
          'style-src': player ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:', ...pictures],
          'font-src': ["'self'"],
          'connect-src': ["'self'", ...media],
          'media-src': ["'self'", 'blob:', ...media],
          'worker-src': ["'self'", 'blob:'],
          'manifest-src': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
          'object-src': ["'none'"],
        },
      },
    });
  const [ordinary, player] = [headers(false), headers(true)];
  return (req, res, next) => {
    res.setHeader('Permissions-Policy', PERMISSIONS);
    if (HASHING.test(req.path)) {
      res.setHeader('Content-Security-Policy', "default-src 'none';script-src 'self' 'wasm-unsafe-eval'");
      return next();
    }
    return (PLAYER.test(req.path) ? player : ordinary)(req, res, next);
  };
}

/** Security headers of machine addresses: nothing there is a document, so they are few and always the same. */
export function machineHeaders(config: Config): PlainMiddleware {
  const headers = Object.entries({
    'Content-Security-Policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': PERMISSIONS,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(config.secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  });
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write must come from a page of ours: browsers say where it comes from, and that must be here. */
export function sameOriginWrites(config: Config): PlainMiddleware {
  const own = new URL(config.publicUrl).host;
  return (req, res, next) => {
    if (SAFE.has(req.method ?? '') || pathOf(req).startsWith('/webhooks/')) return next();
    const { 'sec-fetch-site': site, origin, host = own } = req.headers;
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    const elsewhere = origin !== undefined && !isOwn(origin, [own, host]);
    if (!foreign && !elsewhere) return next();
    refuse(req, res, 403, 'shell:refused.other-site');
  };
}

function isOwn(origin: string, hosts: readonly string[]): boolean {
  try {
    return hosts.includes(new URL(origin).host);
  } catch {
    return false;
  }
}
