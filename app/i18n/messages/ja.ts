import about from './ja/about.json';
import access from './ja/access.json';
import admin from './ja/admin.json';
import amendments from './ja/amendments.json';
import appeals from './ja/appeals.json';
import applications from './ja/applications.json';
import batches from './ja/batches.json';
import captions from './ja/captions.json';
import catalogue from './ja/catalogue.json';
import claims from './ja/claims.json';
import conduct from './ja/conduct.json';
import consents from './ja/consents.json';
import credentials from './ja/credentials.json';
import equivalences from './ja/equivalences.json';
import evidence from './ja/evidence.json';
import externals from './ja/externals.json';
import frameworks from './ja/frameworks.json';
import identities from './ja/identities.json';
import imports from './ja/imports.json';
import invitations from './ja/invitations.json';
import learning from './ja/learning.json';
import ledger from './ja/ledger.json';
import lexicon from './ja/lexicon.json';
import licensing from './ja/licensing.json';
import mails from './ja/mails.json';
import media from './ja/media.json';
import partners from './ja/partners.json';
import people from './ja/people.json';
import proofs from './ja/proofs.json';
import recordings from './ja/recordings.json';
import registry from './ja/registry.json';
import reports from './ja/reports.json';
import sanctions from './ja/sanctions.json';
import search from './ja/search.json';
import seminars from './ja/seminars.json';
import shell from './ja/shell.json';
import signatories from './ja/signatories.json';
import sounds from './ja/sounds.json';
import unions from './ja/unions.json';
import uploads from './ja/uploads.json';

export const ja = {
  about,
  access,
  admin,
  amendments,
  appeals,
  applications,
  batches,
  captions,
  catalogue,
  claims,
  conduct,
  consents,
  credentials,
  equivalences,
  evidence,
  externals,
  frameworks,
  identities,
  imports,
  invitations,
  learning,
  ledger,
  lexicon,
  licensing,
  mails,
  media,
  partners,
  people,
  proofs,
  recordings,
  registry,
  reports,
  sanctions,
  search,
  seminars,
  shell,
  signatories,
  sounds,
  unions,
  uploads,
};
