import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import { securityLoader } from '@digitalcredentials/security-document-loader';
import { verifyCredential as verifyWithVc } from '@digitalcredentials/vc';
import { checkStatus } from '@digitalcredentials/vc-bitstring-status-list';
import { verifyCredential as verifyWithCore } from '@digitalcredentials/verifier-core';
import express from 'express';
import { vi } from 'vitest';
import { machineTable } from '~/routes/machine/table';
import { machine } from '~/web/http/machine.server';
import type { Services } from '~/web/services';

/** The public address of the installation that the verifiers ask. */
export const SITE = 'https://shihan.example';

export type Judgement = {
  isSigned: boolean;
  /** Purposes of the lists that hold a bit for it; null when the verifier came to no answer about them. */
  set: string[] | null;
};

export type ForeignWorld = {
  /** Paths that the verifiers asked this site for. */
  asked: string[];
  close(): Promise<void>;
};

/**
 * Serves the machine addresses over HTTP, and answers with them whoever fetches from SITE; everything else that is fetched
 * fails, as without network.
 */
export async function openForeignWorld(services: Services): Promise<ForeignWorld> {
  const app = express().disable('etag');
  for (const [method, path, handler] of machineTable) app[method](path, machine(handler, services));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [fetched, asked] = [globalThis.fetch, [] as string[]];
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.hostname === '127.0.0.1') return fetched(input, init);
    if (url.origin !== SITE) throw new TypeError(`Nobody answers at ${url.origin}`);
    asked.push(url.pathname);
    return fetched(origin + url.pathname + url.search);
  };
  return {
    asked,
    async close() {
      globalThis.fetch = fetched;
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The library @digitalcredentials/vc, with everything fetched as it stands there. */
export async function judgedByVc(body: string): Promise<Judgement> {
  const { results, statusResult } = await verifyWithVc({
    credential: JSON.parse(body),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: securityLoader({ fetchRemoteContexts: true }).build(),
    checkStatus,
  });
  const set = statusResult?.results?.filter(({ verified }) => !verified);
  return {
    isSigned: results?.[0]?.verified === true,
    set: set?.map(({ credentialStatus }) => credentialStatus.statusPurpose) ?? null,
  };
}

/** The verifier of the Digital Credentials Consortium. It also asks for a schema that nobody answers for here, and says so. */
export async function judgedByCore(body: string): Promise<Judgement> {
  const quiet = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of quiet) spy.mockImplementation(() => undefined);
  const { log = [] } = await verifyWithCore({ credential: JSON.parse(body), knownDIDRegistries: [] });
  for (const spy of quiet) spy.mockRestore();
  const step = (name: string) => log.find(({ id }) => id === name)?.valid;
  const status = ['revocation', 'suspension'].map((purpose) => ({
    purpose,
    isClear: step(`${purpose}_status`),
  }));
  return {
    isSigned: step('valid_signature') === true,
    set: status.some(({ isClear }) => isClear === undefined)
      ? null
      : status.filter(({ isClear }) => isClear === false).map(({ purpose }) => purpose),
  };
}
