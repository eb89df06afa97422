import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { getAccess } from '~/domain/access/get-access.server';
import { exportPersonalData as exportAppeals } from '~/domain/appeals/export-personal-data.server';
import { exportPersonalData as exportApplications } from '~/domain/applications/export-personal-data.server';
import { exportPersonalData as exportClaims } from '~/domain/claims/export-personal-data.server';
import { exportPersonalData as exportConduct } from '~/domain/conduct/export-personal-data.server';
import { exportDocuments } from '~/domain/credentials/export-documents.server';
import { exportPersonalData as exportEquivalences } from '~/domain/equivalences/export-personal-data.server';
import { exportPersonalData as exportEvidence } from '~/domain/evidence/export-personal-data.server';
import { exportPersonalData as exportIdentity } from '~/domain/identities/export-personal-data.server';
import { exportPersonalData as exportImports } from '~/domain/imports/export-personal-data.server';
import { exportInvitations } from '~/domain/invitations/export-invitations.server';
import { exportStudy } from '~/domain/learning/export-study.server';
import { exportPersonalData as exportLedger } from '~/domain/ledger/export-personal-data.server';
import { exportPersonalData as exportLicensing } from '~/domain/licensing/export-personal-data.server';
import { exportPersonalData as exportRegistry } from '~/domain/registry/export-personal-data.server';
import { exportPersonalData as exportReminders } from '~/domain/reminders/export-personal-data.server';
import { exportPersonalData as exportSanctions } from '~/domain/sanctions/export-personal-data.server';
import { exportPersonalData as exportUnions } from '~/domain/unions/export-personal-data.server';
import { exportUploads } from '~/domain/uploads/export-uploads.server';
import { exportViewing } from '~/domain/viewing/export-viewing.server';
import type { Ports } from '~/platform/ports';
import { react } from '~/reactions.server';
import { captionsPorts } from './ports/captions.server';
import { consentsPorts } from './ports/consents.server';
import { credentialsPorts } from './ports/credentials.server';
import { evidencePorts } from './ports/evidence.server';
import { identitiesPorts } from './ports/identities.server';
import { mediaPorts } from './ports/media.server';
import { peoplePorts } from './ports/people.server';
import { remindersPorts } from './ports/reminders.server';
import { searchPorts } from './ports/search.server';
import { soundsPorts } from './ports/sounds.server';

/** Where needs against the arrows are met: one line for each. */
export const ports: Ports = {
  react,
  findActor: authenticateSession,
  ...peoplePorts,
  ...mediaPorts,
  ...consentsPorts,
  ...soundsPorts,
  ...captionsPorts,
  ...evidencePorts,
  ...identitiesPorts,
  ...remindersPorts,
  ...credentialsPorts,
  ...searchPorts,
  personalData: [
    async (ctx, input) => ({ access: await getAccess(ctx, input) }),
    async (ctx, input) => ({ invitations: await exportInvitations(ctx, input) }),
    async (ctx, input) => ({ evidence: await exportEvidence(ctx, input) }),
    async (ctx, input) => ({ claims: await exportClaims(ctx, input) }),
    async (ctx, input) => ({ equivalences: await exportEquivalences(ctx, input) }),
    async (ctx, input) => ({ conduct: await exportConduct(ctx, input) }),
    async (ctx, input) => ({ ledger: await exportLedger(ctx, input) }),
    async (ctx, input) => ({ credentials: await exportDocuments(ctx, input) }),
    async (ctx, input) => ({
      licensing: { ...(await exportLicensing(ctx, input)), ...(await exportApplications(ctx, input)) },
    }),
    async (ctx, input) => ({
      sanctions: { ...(await exportSanctions(ctx, input)), ...(await exportAppeals(ctx, input)) },
    }),
    async (ctx, input) => ({ identity: await exportIdentity(ctx, input) }),
    async (ctx, input) => ({ unions: await exportUnions(ctx, input) }),
    async (ctx, input) => ({ imports: await exportImports(ctx, input) }),
    async (ctx, input) => ({ reminders: await exportReminders(ctx, input) }),
    async (ctx, input) => ({ registry: await exportRegistry(ctx, input) }),
    async (ctx, input) => ({ learning: await exportStudy(ctx, input) }),
    async (ctx, input) => ({ uploads: await exportUploads(ctx, input) }),
    async (ctx, input) => ({ viewing: await exportViewing(ctx, input) }),
  ],
};
