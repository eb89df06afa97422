import { captionCue } from './caption-cue.server';
import { checkpointFile } from './checkpoints/checkpoint-file.server';
import { checkpointList } from './checkpoints/checkpoint-list.server';
import { courses } from './courses.server';
import { credential } from './credential.server';
import { healthz } from './healthz.server';
import type { MachineHandler, PlainHandler } from './machine-handler';
import { media } from './media.server';
import { renewMedia } from './media-renewal.server';
import { metrics } from './metrics.server';
import { openapi } from './openapi.server';
import { progress } from './progress.server';
import { badge } from './proofs/badge.server';
import { didDocument } from './proofs/did-document.server';
import { statusList } from './proofs/status-list.server';
import { verificationKit } from './proofs/verification-kit.server';
import { logo } from './public/logo.server';
import { manifest } from './public/manifest.server';
import { preview } from './public/preview.server';
import { robots } from './public/robots.server';
import { sitemap, sitemapPart } from './public/sitemap.server';
import { readyz } from './readyz.server';
import { shortVerify } from './short-verify.server';
import { packaging } from './studio/packaging.server';
import { soundPreview } from './studio/sound-preview.server';
import { uploads } from './studio/uploads.server';
import { suggestions } from './suggestions/suggestions.server';
import { techniques } from './techniques.server';
import { viewing } from './viewing.server';
import { muxEvent } from './webhooks/mux-event.server';

type Method = 'get' | 'post' | 'head' | 'patch' | 'options';

/** Addresses that answer hundreds of learners a second: plain handlers without patterns in the path. */
export const busyTable: readonly (readonly [Method, string, PlainHandler])[] = [
  ['post', '/api/v1/progress', progress],
];

/** Every machine address of the product. Pages stand in app/routes.ts. */
export const machineTable: readonly (readonly [Method, string, MachineHandler])[] = [
  ['get', '/healthz', healthz],
  ['get', '/readyz', readyz],
  ['get', '/metrics', metrics],
  ['get', '/robots.txt', robots],
  ['get', '/sitemap.xml', sitemap],
  ['get', '/sitemaps/:part.xml', sitemapPart],
  ['get', '/.well-known/did.json', didDocument],
  ['get', '/.well-known/checkpoints', checkpointList],
  ['get', '/.well-known/checkpoints/:day', checkpointFile],
  ['get', '/app/:lang.webmanifest', manifest],
  ['get', '/previews/:lang/*', preview],
  ['get', '/v/:serial', shortVerify],
  ['get', '/logos/:permission', logo],
  ['get', '/api/v1/credentials/:serial', credential],
  ['get', '/api/v1/credentials/:serial/badge', badge],
  ['get', '/api/v1/status-lists/:id', statusList],
  ['get', '/api/v1/verification', verificationKit],
  ['get', '/api/v1/courses', courses],
  ['get', '/api/v1/suggestions', suggestions],
  ['get', '/api/v1/techniques', techniques],
  ['get', '/api/v1/openapi.json', openapi],
  ...busyTable,
  ['post', '/api/v1/viewing', viewing],
  ['post', '/captions/cue', captionCue],
  ['post', '/media/renew', renewMedia],
  ['get', '/media/:token/:assetId/*', media],
  ['post', '/webhooks/mux', muxEvent],
  ['options', '/uploads', uploads],
  ['post', '/uploads', uploads],
  ['head', '/uploads/:upload', uploads],
  ['patch', '/uploads/:upload', uploads],
  ['get', '/packaging/:recording', packaging],
  ['get', '/sounds/:token/preview.m4a', soundPreview],
];
