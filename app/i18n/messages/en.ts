import about from './en/about.json';
import access from './en/access.json';
import admin from './en/admin.json';
import amendments from './en/amendments.json';
import appeals from './en/appeals.json';
import applications from './en/applications.json';
import batches from './en/batches.json';
import captions from './en/captions.json';
import catalogue from './en/catalogue.json';
import claims from './en/claims.json';
import conduct from './en/conduct.json';
import consents from './en/consents.json';
import credentials from './en/credentials.json';
import equivalences from './en/equivalences.json';
import evidence from './en/evidence.json';
import externals from './en/externals.json';
import frameworks from './en/frameworks.json';
import identities from './en/identities.json';
import imports from './en/imports.json';
import invitations from './en/invitations.json';
import learning from './en/learning.json';
import ledger from './en/ledger.json';
import lexicon from './en/lexicon.json';
import licensing from './en/licensing.json';
import mails from './en/mails.json';
import media from './en/media.json';
import partners from './en/partners.json';
import people from './en/people.json';
import proofs from './en/proofs.json';
import recordings from './en/recordings.json';
import registry from './en/registry.json';
import reports from './en/reports.json';
import sanctions from './en/sanctions.json';
import search from './en/search.json';
import seminars from './en/seminars.json';
import shell from './en/shell.json';
import signatories from './en/signatories.json';
import sounds from './en/sounds.json';
import unions from './en/unions.json';
import uploads from './en/uploads.json';

export const en = {
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
