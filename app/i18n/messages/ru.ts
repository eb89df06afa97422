import about from './ru/about.json';
import access from './ru/access.json';
import admin from './ru/admin.json';
import amendments from './ru/amendments.json';
import appeals from './ru/appeals.json';
import applications from './ru/applications.json';
import batches from './ru/batches.json';
import captions from './ru/captions.json';
import catalogue from './ru/catalogue.json';
import claims from './ru/claims.json';
import conduct from './ru/conduct.json';
import consents from './ru/consents.json';
import credentials from './ru/credentials.json';
import equivalences from './ru/equivalences.json';
import evidence from './ru/evidence.json';
import externals from './ru/externals.json';
import frameworks from './ru/frameworks.json';
import identities from './ru/identities.json';
import imports from './ru/imports.json';
import invitations from './ru/invitations.json';
import learning from './ru/learning.json';
import ledger from './ru/ledger.json';
import lexicon from './ru/lexicon.json';
import licensing from './ru/licensing.json';
import mails from './ru/mails.json';
import media from './ru/media.json';
import partners from './ru/partners.json';
import people from './ru/people.json';
import proofs from './ru/proofs.json';
import recordings from './ru/recordings.json';
import registry from './ru/registry.json';
import reports from './ru/reports.json';
import sanctions from './ru/sanctions.json';
import search from './ru/search.json';
import seminars from './ru/seminars.json';
import shell from './ru/shell.json';
import signatories from './ru/signatories.json';
import sounds from './ru/sounds.json';
import unions from './ru/unions.json';
import uploads from './ru/uploads.json';

export const ru = {
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
