import { z } from 'zod';
import { LANGS } from '~/i18n/locales';

/** What a device keeps to check signed codes without network. */
export const verificationKit = z
  .object({
    as_of: z.iso.datetime().meta({ description: 'The moment for which the lists speak.' }),
    keys: z.array(
      z
        .object({
          id: z.string(),
          public_key: z.string().meta({ description: 'Ed25519 (RFC 8032), 32 bytes in base64url.' }),
          created_at: z.iso.datetime(),
        })
        .strict(),
    ),
    levels: z.array(
      z.object({ slug: z.string(), name: z.partialRecord(z.enum(LANGS), z.string()) }).strict(),
    ),
    lists: z.array(
      z
        .object({
          no: z.int(),
          revoked: z.string().meta({ description: 'As encodedList of Bitstring Status List 1.0.' }),
          suspended: z.string(),
        })
        .strict(),
    ),
  })
  .strict();
export type VerificationKit = z.infer<typeof verificationKit>;

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** What a status list tells, as Bitstring Status List 1.0 calls it. */
export const PURPOSES = ['revocation', 'suspension'] as const;
export type Purpose = (typeof PURPOSES)[number];

const stamp = z.iso.datetime({ offset: true });
const lang = z.enum(LANGS);
const line = z.string().min(1);

const proof = z
  .object({
    type: z.literal('DataIntegrityProof'),
    created: stamp,
    verificationMethod: line.meta({ description: 'A key of /.well-known/did.json.' }),
    cryptosuite: z.literal('eddsa-rdfc-2022'),
    proofPurpose: z.literal('assertionMethod'),
    proofValue: line,
  })
  .strict();

const statusEntry = <P extends Purpose>(purpose: P) =>
  z
    .object({
      id: line,
      type: z.literal('BitstringStatusListEntry'),
      statusPurpose: z.literal(purpose),
      statusListIndex: z.string().regex(/^\d+$/),
      statusListCredential: line,
    })
    .strict();

const achievement = z
  .object({
    id: line,
    type: z.tuple([z.literal('Achievement')]),
    achievementType: z.literal('Certification'),
    inLanguage: lang,
    name: line,
    description: line,
    humanCode: line,
    criteria: z.object({ narrative: line }).strict(),
    related: z
      .array(z.object({ id: line, type: z.tuple([z.literal('Related')]), inLanguage: lang }).strict())
      .meta({ description: 'The same in the other languages.' }),
  })
  .strict();

const identity = z
  .object({
    type: z.literal('IdentityObject'),
    hashed: z.literal(false),
    identityHash: line.meta({ description: 'The name as it stands on the paper.' }),
    identityType: z.literal('name'),
  })
  .strict();

/** A badge before it is signed. Strict: an unknown field is refused, so that nothing else is published for ever. */
export const unsignedBadge = z
  .object({
    '@context': z.tuple([z.literal(VC_CONTEXT), z.literal(OB_CONTEXT)]),
    id: line,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
    issuer: z.object({ id: line, type: z.tuple([z.literal('Profile')]), name: line, url: line }).strict(),
    name: line,
    awardedDate: stamp,
    validFrom: stamp,
    validUntil: stamp,
    credentialSubject: z
      .object({
        type: z.tuple([z.literal('AchievementSubject')]),
        identifier: z.array(identity).min(1).max(2),
        licenseNumber: line,
        achievement,
      })
      .strict(),
    credentialStatus: z.tuple([statusEntry('revocation'), statusEntry('suspension')]),
  })
  .strict();
export type Badge = z.infer<typeof unsignedBadge>;

/** The answer about a badge: Open Badges 3.0. */
export const openBadge = unsignedBadge.extend({ proof }).strict();
export type SignedBadgeDocument = z.infer<typeof openBadge>;

/** The answer about a status list: a credential of Bitstring Status List 1.0. */
export const statusListCredential = z
  .object({
    '@context': z.tuple([z.literal(VC_CONTEXT)]),
    id: line,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
    issuer: line,
    validFrom: stamp,
    validUntil: stamp,
    credentialSubject: z
      .object({
        id: line,
        type: z.literal('BitstringStatusList'),
        statusPurpose: z.enum(PURPOSES),
        encodedList: line,
        ttl: z.int().meta({ description: 'Milliseconds for which an answer may be kept.' }),
      })
      .strict(),
    proof,
  })
  .strict();

/** Query of a badge's address. */
export const badgeQuery = z.object({
  lang: lang.optional().meta({ description: 'The first language of the paper when left out.' }),
});

export const signBadgesSchema = z.object({ credentialId: z.uuid() });
export type SignBadgesInput = z.infer<typeof signBadgesSchema>;

export const signMissingBadgesSchema = z.object({
  /** Calls for itself again after a day. */
  isDaily: z.boolean(),
  /** Id of the last document of the page before. */
  after: z.uuid().exactOptional(),
});
export type SignMissingBadgesInput = z.infer<typeof signMissingBadgesSchema>;
