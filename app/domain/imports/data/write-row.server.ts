import type { Level } from '~/domain/frameworks/types';
import { findIdentities } from '~/domain/identities/find-identities.server';
import { keepIdentity } from '~/domain/identities/keep-identity.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { writePaperAward } from '~/domain/licensing/write-paper-award.server';
import { writeRecord } from '~/domain/people/write-record.server';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { awardFit } from '../rules/held-awards';
import type { PersonRow } from '../rules/read-row';
import { insertMade } from './made.server';
import { loadAwards } from './on-record.server';
import type { Target } from './row-targets.server';

export type RowOrder = {
  importId: string;
  rowNo: number;
  print: string;
  person: PersonRow;
  /** Where the person belongs when the table does not say it. */
  organisationId: string;
  levels: readonly Level[];
};

type Made = { personId: string; madePerson: boolean; madeIdentity: boolean };

async function makePerson(tx: Ctx, { person, organisationId }: RowOrder, withoutIin: boolean): Promise<Made> {
  const personId = newId();
  const names = person.names.map((name) => ({ ...name, kind: 'own' as const }));
  await writeRecord(tx, {
    add: { personId, names, organisationId: person.organisationId ?? organisationId },
  });
  const iin = withoutIin ? null : person.iin;
  const madeIdentity = iin !== null || person.birthOn !== null;
  if (madeIdentity) await keepIdentity(tx, { personId, iin, birthOn: person.birthOn });
  return { personId, madePerson: true, madeIdentity };
}

/** Somebody on record learns the number and the birthday only where the office knows none yet. */
async function joinPerson(tx: Ctx, { person }: RowOrder, personId: string): Promise<Made> {
  const [known] = await findIdentities(tx, { personIds: [personId] });
  const [bearer] = person.iin === null ? [] : await findIdentities(tx, { iins: [person.iin] });
  const iin = known?.iinHash || bearer ? null : person.iin;
  const birthOn = known?.birthOn ? null : person.birthOn;
  const isNew = iin !== null || birthOn !== null;
  if (isNew) await keepIdentity(tx, { personId, iin, birthOn });
  return { personId, madePerson: false, madeIdentity: isNew && !known?.iinHash && !known?.birthOn };
}

/** Keeps the holder where the office looks; true when there was none. */
async function makeHolder(tx: Ctx, personId: string): Promise<boolean> {
  const facts = await tx.ports.describeHolder(tx, personId);
  return facts !== null && (await keepHolders(tx, [facts])).includes(personId);
}

/**
 * Writes one row inside the caller's transaction; gives the person, or null when the award cannot be beside another.
 * Throws Prisma's P2002 when the row, or its number, was written meanwhile.
 */
export async function writeRow(
  tx: Ctx,
  order: RowOrder,
  target: NonNullable<Target>,
): Promise<string | null> {
  const { award } = order.person;
  const personId = 'personId' in target ? target.personId : null;
  const held = award && personId ? ((await loadAwards(tx, [personId])).get(personId) ?? []) : [];
  const fit = award ? awardFit(award, held) : 'same';
  if (fit === 'clash') return null;
  const made = personId
    ? await joinPerson(tx, order, personId)
    : await makePerson(tx, order, 'withoutIin' in target && target.withoutIin);
  const madeHolder = await makeHolder(tx, made.personId);
  const level = order.levels.find(({ id }) => id === award?.levelId);
  const { qualificationId } =
    award && level && fit === 'fits'
      ? await writePaperAward(tx, {
          add: { personId: made.personId, level, awardedOn: award.awardedOn, until: award.until },
        })
      : { qualificationId: null };
  const { importId, rowNo, print } = order;
  await insertMade(tx, {
    ...made,
    importId,
    rowNo,
    print,
    madeHolder,
    qualificationId,
    number: award?.number ?? null,
  });
  return made.personId;
}
