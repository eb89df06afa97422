import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import type { PublicKey } from '~/platform/keyring/keyring.server';

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';

type VerificationMethod = {
  '@context'?: string;
  id: string;
  type: 'Multikey';
  controller: string;
  publicKeyMultibase: string;
};

/** DID 1.0: who signs here, with which keys. */
export type DidDocument = {
  '@context': readonly string[];
  id: string;
  verificationMethod: readonly VerificationMethod[];
  assertionMethod: readonly string[];
};

/** A key that has no date of its end: what it signed stays valid. */
async function methodOf(did: string, { id, raw }: PublicKey): Promise<VerificationMethod> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') } as const;
  const { publicKeyMultibase } = await fromJwk({ jwk });
  return { id: `${did}#${id}`, type: 'Multikey', controller: did, publicKeyMultibase };
}

/** The document of `did` with all keys, oldest first. */
export async function didDocument(did: string, keys: readonly PublicKey[]): Promise<DidDocument> {
  const verificationMethod = await Promise.all(keys.map((key) => methodOf(did, key)));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', MULTIKEY_CONTEXT],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  };
}
