/** What coaches hand in. The first five are live conditions of licences, the others are recorded and never issued here. */
export const COMPONENT_KINDS = [
  'first-aid',
  'safeguarding',
  'anti-doping',
  'background-check',
  'membership',
] as const;
export const CLAIM_KINDS = [
  ...COMPONENT_KINDS,
  'dan-grade',
  'external-credential',
  'prior-learning',
] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What a kind asks for besides issuer, number, the name and the day of issue. */
export type KindRules = {
  title: boolean;
  grade: boolean;
  hours: boolean;
  validUntil: boolean;
  /** May be a paper of a known external level (domain externals). */
  external: boolean;
  /** Confirmed only with a last day: it is a condition that runs out. */
  isComponent: boolean;
  evidenceType: 'component' | 'external' | 'prior_learning';
};

const none = {
  title: false,
  grade: false,
  hours: false,
  validUntil: false,
  external: false,
  isComponent: false,
};

export function kindRules(kind: ClaimKind): KindRules {
  switch (kind) {
    case 'dan-grade':
      return { ...none, grade: true, external: true, evidenceType: 'external' };
    case 'external-credential':
      return { ...none, title: true, validUntil: true, external: true, evidenceType: 'external' };
    case 'prior-learning':
      return { ...none, title: true, hours: true, evidenceType: 'prior_learning' };
    default:
      return { ...none, validUntil: true, isComponent: true, evidenceType: 'component' };
  }
}

export const isClaimKind = (text: unknown): text is ClaimKind => CLAIM_KINDS.some((kind) => kind === text);
