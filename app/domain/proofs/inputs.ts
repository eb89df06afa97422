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
