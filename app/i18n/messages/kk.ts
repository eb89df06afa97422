import about from './kk/about.json';
import access from './kk/access.json';
import admin from './kk/admin.json';
import amendments from './kk/amendments.json';
import appeals from './kk/appeals.json';
import applications from './kk/applications.json';
import batches from './kk/batches.json';
import captions from './kk/captions.json';
import catalogue from './kk/catalogue.json';
import claims from './kk/claims.json';
import conduct from './kk/conduct.json';
import consents from './kk/consents.json';
import credentials from './kk/credentials.json';
import equivalences from './kk/equivalences.json';
import evidence from './kk/evidence.json';
import externals from './kk/externals.json';
import frameworks from './kk/frameworks.json';
import identities from './kk/identities.json';
import imports from './kk/imports.json';
import invitations from './kk/invitations.json';
import learning from './kk/learning.json';
import ledger from './kk/ledger.json';
import lexicon from './kk/lexicon.json';
import licensing from './kk/licensing.json';
import mails from './kk/mails.json';
import media from './kk/media.json';
import partners from './kk/partners.json';
import people from './kk/people.json';
import proofs from './kk/proofs.json';
import recordings from './kk/recordings.json';
import registry from './kk/registry.json';
import reports from './kk/reports.json';
import sanctions from './kk/sanctions.json';
import search from './kk/search.json';
import seminars from './kk/seminars.json';
import shell from './kk/shell.json';
import signatories from './kk/signatories.json';
import sounds from './kk/sounds.json';
import unions from './kk/unions.json';
import uploads from './kk/uploads.json';

export const kk = {
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
