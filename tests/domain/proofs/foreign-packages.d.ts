/** The parts that are used of verifiers that come without types. */
declare module '@digitalcredentials/vc' {
  export function verifyCredential(options: object): Promise<{
    verified: boolean;
    results?: { verified: boolean }[];
    statusResult?: {
      verified: boolean;
      error?: Error;
      results?: { verified: boolean; credentialStatus: { statusPurpose: string } }[];
    };
  }>;
}

declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object });
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalcredentials/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<{ verified: boolean }>;
}
