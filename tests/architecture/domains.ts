/** The domains and the ones each may use; every other arrow between domains is forbidden. */
export const DOMAIN_ARROWS: Readonly<Record<string, readonly string[]>> = {
  people: [],
  access: ['people'],
  invitations: ['people', 'access'],
  operations: [],
  lexicon: [],
  search: ['lexicon'],
  media: [],
  uploads: [],
  sounds: [],
  consents: [],
  frameworks: [],
  evidence: [],
  externals: [],
  claims: ['evidence', 'frameworks', 'externals'],
  ledger: [],
  chapters: ['lexicon'],
  recordings: ['lexicon', 'media', 'chapters'],
  captions: ['lexicon', 'media'],
  catalogue: ['lexicon', 'recordings'],
  learning: ['catalogue', 'recordings', 'media'],
  seminars: ['recordings', 'lexicon'],
  viewing: ['recordings'],
  partners: [],
  checkpoints: [],
  licensing: ['frameworks', 'evidence'],
  sanctions: ['licensing', 'frameworks'],
  conduct: ['frameworks', 'licensing'],
  equivalences: ['frameworks', 'evidence', 'licensing', 'externals', 'claims'],
  applications: ['licensing', 'frameworks', 'evidence', 'ledger', 'equivalences', 'externals', 'conduct'],
  amendments: ['frameworks', 'applications', 'catalogue', 'claims', 'conduct'],
  appeals: ['applications', 'equivalences', 'licensing', 'frameworks'],
  credentials: ['licensing', 'frameworks'],
  proofs: ['credentials', 'frameworks'],
  reminders: ['licensing', 'frameworks'],
  batches: ['applications', 'credentials', 'licensing', 'frameworks'],
  registry: ['licensing', 'frameworks', 'people'],
  reports: ['licensing', 'frameworks', 'people'],
  unions: ['people', 'access', 'licensing', 'frameworks', 'evidence', 'identities'],
  identities: [],
  imports: [
    'people',
    'licensing',
    'frameworks',
    'evidence',
    'identities',
    'sanctions',
    'reminders',
    'unions',
  ],
};

/** Sub-folders of a domain; all of them are private to it. */
export const PRIVATE_FOLDERS = ['rules', 'data', 'documents', 'providers'];

/** Files at a domain's root that are not use cases. */
export const ROOT_NOUNS = ['inputs', 'policy', 'types', 'errors', 'events', 'mails', 'ports', 'jobs.server'];

/** A way from a domain back to itself, or nothing when the arrows are acyclic. */
export function findCycle(arrows: Readonly<Record<string, readonly string[]>>): string[] | undefined {
  const done = new Set<string>();
  const follow = (domain: string, way: string[]): string[] | undefined => {
    if (way.includes(domain)) return [...way.slice(way.indexOf(domain)), domain];
    if (done.has(domain)) return undefined;
    for (const next of arrows[domain] ?? []) {
      const cycle = follow(next, [...way, domain]);
      if (cycle) return cycle;
    }
    done.add(domain);
    return undefined;
  };
  for (const domain of Object.keys(arrows)) {
    const cycle = follow(domain, []);
    if (cycle) return cycle;
  }
  return undefined;
}
