import enAbout from './messages/en/about.json';
import enAccess from './messages/en/access.json';
import enAdmin from './messages/en/admin.json';
import enApplications from './messages/en/applications.json';
import enCaptions from './messages/en/captions.json';
import enCatalogue from './messages/en/catalogue.json';
import enClaims from './messages/en/claims.json';
import enConsents from './messages/en/consents.json';
import enCredentials from './messages/en/credentials.json';
import enEvidence from './messages/en/evidence.json';
import enFrameworks from './messages/en/frameworks.json';
import enImports from './messages/en/imports.json';
import enInvitations from './messages/en/invitations.json';
import enLearning from './messages/en/learning.json';
import enLedger from './messages/en/ledger.json';
import enLexicon from './messages/en/lexicon.json';
import enLicensing from './messages/en/licensing.json';
import enMails from './messages/en/mails.json';
import enMedia from './messages/en/media.json';
import enPartners from './messages/en/partners.json';
import enPeople from './messages/en/people.json';
import enProofs from './messages/en/proofs.json';
import enRecordings from './messages/en/recordings.json';
import enRegistry from './messages/en/registry.json';
import enSearch from './messages/en/search.json';
import enSeminars from './messages/en/seminars.json';
import enShell from './messages/en/shell.json';
import enSounds from './messages/en/sounds.json';
import enUploads from './messages/en/uploads.json';
import jaAbout from './messages/ja/about.json';
import jaAccess from './messages/ja/access.json';
import jaAdmin from './messages/ja/admin.json';
import jaApplications from './messages/ja/applications.json';
import jaCaptions from './messages/ja/captions.json';
import jaCatalogue from './messages/ja/catalogue.json';
import jaClaims from './messages/ja/claims.json';
import jaConsents from './messages/ja/consents.json';
import jaCredentials from './messages/ja/credentials.json';
import jaEvidence from './messages/ja/evidence.json';
import jaFrameworks from './messages/ja/frameworks.json';
import jaImports from './messages/ja/imports.json';
import jaInvitations from './messages/ja/invitations.json';
import jaLearning from './messages/ja/learning.json';
import jaLedger from './messages/ja/ledger.json';
import jaLexicon from './messages/ja/lexicon.json';
import jaLicensing from './messages/ja/licensing.json';
import jaMails from './messages/ja/mails.json';
import jaMedia from './messages/ja/media.json';
import jaPartners from './messages/ja/partners.json';
import jaPeople from './messages/ja/people.json';
import jaProofs from './messages/ja/proofs.json';
import jaRecordings from './messages/ja/recordings.json';
import jaRegistry from './messages/ja/registry.json';
import jaSearch from './messages/ja/search.json';
import jaSeminars from './messages/ja/seminars.json';
import jaShell from './messages/ja/shell.json';
import jaSounds from './messages/ja/sounds.json';
import jaUploads from './messages/ja/uploads.json';
import kkAbout from './messages/kk/about.json';
import kkAccess from './messages/kk/access.json';
import kkAdmin from './messages/kk/admin.json';
import kkApplications from './messages/kk/applications.json';
import kkCaptions from './messages/kk/captions.json';
import kkCatalogue from './messages/kk/catalogue.json';
import kkClaims from './messages/kk/claims.json';
import kkConsents from './messages/kk/consents.json';
import kkCredentials from './messages/kk/credentials.json';
import kkEvidence from './messages/kk/evidence.json';
import kkFrameworks from './messages/kk/frameworks.json';
import kkImports from './messages/kk/imports.json';
import kkInvitations from './messages/kk/invitations.json';
import kkLearning from './messages/kk/learning.json';
import kkLedger from './messages/kk/ledger.json';
import kkLexicon from './messages/kk/lexicon.json';
import kkLicensing from './messages/kk/licensing.json';
import kkMails from './messages/kk/mails.json';
import kkMedia from './messages/kk/media.json';
import kkPartners from './messages/kk/partners.json';
import kkPeople from './messages/kk/people.json';
import kkProofs from './messages/kk/proofs.json';
import kkRecordings from './messages/kk/recordings.json';
import kkRegistry from './messages/kk/registry.json';
import kkSearch from './messages/kk/search.json';
import kkSeminars from './messages/kk/seminars.json';
import kkShell from './messages/kk/shell.json';
import kkSounds from './messages/kk/sounds.json';
import kkUploads from './messages/kk/uploads.json';
import ruAbout from './messages/ru/about.json';
import ruAccess from './messages/ru/access.json';
import ruAdmin from './messages/ru/admin.json';
import ruApplications from './messages/ru/applications.json';
import ruCaptions from './messages/ru/captions.json';
import ruCatalogue from './messages/ru/catalogue.json';
import ruClaims from './messages/ru/claims.json';
import ruConsents from './messages/ru/consents.json';
import ruCredentials from './messages/ru/credentials.json';
import ruEvidence from './messages/ru/evidence.json';
import ruFrameworks from './messages/ru/frameworks.json';
import ruImports from './messages/ru/imports.json';
import ruInvitations from './messages/ru/invitations.json';
import ruLearning from './messages/ru/learning.json';
import ruLedger from './messages/ru/ledger.json';
import ruLexicon from './messages/ru/lexicon.json';
import ruLicensing from './messages/ru/licensing.json';
import ruMails from './messages/ru/mails.json';
import ruMedia from './messages/ru/media.json';
import ruPartners from './messages/ru/partners.json';
import ruPeople from './messages/ru/people.json';
import ruProofs from './messages/ru/proofs.json';
import ruRecordings from './messages/ru/recordings.json';
import ruRegistry from './messages/ru/registry.json';
import ruSearch from './messages/ru/search.json';
import ruSeminars from './messages/ru/seminars.json';
import ruShell from './messages/ru/shell.json';
import ruSounds from './messages/ru/sounds.json';
import ruUploads from './messages/ru/uploads.json';

/** All messages by language and namespace. Static imports, so that every bundler and runtime reads them alike. */
export const messages = {
  kk: {
    about: kkAbout,
    access: kkAccess,
    admin: kkAdmin,
    applications: kkApplications,
    captions: kkCaptions,
    catalogue: kkCatalogue,
    claims: kkClaims,
    consents: kkConsents,
    credentials: kkCredentials,
    evidence: kkEvidence,
    frameworks: kkFrameworks,
    imports: kkImports,
    invitations: kkInvitations,
    learning: kkLearning,
    ledger: kkLedger,
    lexicon: kkLexicon,
    licensing: kkLicensing,
    mails: kkMails,
    media: kkMedia,
    partners: kkPartners,
    people: kkPeople,
    search: kkSearch,
    proofs: kkProofs,
    registry: kkRegistry,
    recordings: kkRecordings,
    seminars: kkSeminars,
    shell: kkShell,
    sounds: kkSounds,
    uploads: kkUploads,
  },
  ru: {
    about: ruAbout,
    access: ruAccess,
    admin: ruAdmin,
    applications: ruApplications,
    captions: ruCaptions,
    catalogue: ruCatalogue,
    claims: ruClaims,
    consents: ruConsents,
    credentials: ruCredentials,
    evidence: ruEvidence,
    frameworks: ruFrameworks,
    imports: ruImports,
    invitations: ruInvitations,
    learning: ruLearning,
    ledger: ruLedger,
    lexicon: ruLexicon,
    licensing: ruLicensing,
    mails: ruMails,
    media: ruMedia,
    partners: ruPartners,
    people: ruPeople,
    search: ruSearch,
    proofs: ruProofs,
    registry: ruRegistry,
    recordings: ruRecordings,
    seminars: ruSeminars,
    shell: ruShell,
    sounds: ruSounds,
    uploads: ruUploads,
  },
  ja: {
    about: jaAbout,
    access: jaAccess,
    admin: jaAdmin,
    applications: jaApplications,
    captions: jaCaptions,
    catalogue: jaCatalogue,
    claims: jaClaims,
    consents: jaConsents,
    credentials: jaCredentials,
    evidence: jaEvidence,
    frameworks: jaFrameworks,
    imports: jaImports,
    invitations: jaInvitations,
    learning: jaLearning,
    ledger: jaLedger,
    lexicon: jaLexicon,
    licensing: jaLicensing,
    mails: jaMails,
    media: jaMedia,
    partners: jaPartners,
    people: jaPeople,
    search: jaSearch,
    proofs: jaProofs,
    registry: jaRegistry,
    recordings: jaRecordings,
    seminars: jaSeminars,
    shell: jaShell,
    sounds: jaSounds,
    uploads: jaUploads,
  },
  en: {
    about: enAbout,
    access: enAccess,
    admin: enAdmin,
    applications: enApplications,
    captions: enCaptions,
    catalogue: enCatalogue,
    claims: enClaims,
    consents: enConsents,
    credentials: enCredentials,
    evidence: enEvidence,
    frameworks: enFrameworks,
    imports: enImports,
    invitations: enInvitations,
    learning: enLearning,
    ledger: enLedger,
    lexicon: enLexicon,
    licensing: enLicensing,
    mails: enMails,
    media: enMedia,
    partners: enPartners,
    people: enPeople,
    search: enSearch,
    proofs: enProofs,
    registry: enRegistry,
    recordings: enRecordings,
    seminars: enSeminars,
    shell: enShell,
    sounds: enSounds,
    uploads: enUploads,
  },
};
