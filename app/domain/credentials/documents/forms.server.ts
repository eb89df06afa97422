import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { findCard, insertCard } from '../data/cards.server';
import { findDocument, insertDocument, type NewDocument } from '../data/credentials.server';
import type { RenderCredentialPayload } from '../inputs';
import { renderCredentialJob, renderOptions } from '../jobs.server';
import { CARD_STORED_ACT, STORED_ACT } from '../rules/chain-record';
import { CARD_TEMPLATE_VERSION } from './card-template';
import { cardWordsIn, wordsIn } from './certificate-words';
import { renderCard } from './render-card.server';
import { type RenderCertificateInput, renderCertificate } from './render-certificate.server';

export type StoredForm = { storageKey: string; sha256: string; bytes: number };

/** A printed form of a credential: how it is drawn and what it is called, where its row stands, what follows it. */
export type PrintedForm = {
  /** Before the id in the name of its file. */
  prefix: string;
  act: string;
  draw: (input: RenderCertificateInput) => Promise<Uint8Array>;
  titleIn: (lang: Lang) => string;
  find: (ctx: Ctx, credentialId: string) => Promise<StoredForm | null>;
  /** Inside the transaction of its act; false when another run was first. */
  keep: (tx: Ctx, row: NewDocument) => Promise<boolean>;
};

export const FORMS: Readonly<Record<RenderCredentialPayload['form'], PrintedForm>> = {
  certificate: {
    prefix: '',
    act: STORED_ACT,
    draw: renderCertificate,
    titleIn: (lang) => wordsIn(lang)('title'),
    find: (ctx, id) => findDocument(ctx.db, id),
    async keep(tx, row) {
      if (!(await insertDocument(tx.db, row))) return false;
      await orderCard(tx, row.credentialId);
      return true;
    },
  },
  card: {
    prefix: 'card-',
    act: CARD_STORED_ACT,
    draw: renderCard,
    titleIn: (lang) => cardWordsIn(lang)('title'),
    find: (ctx, id) => findCard(ctx.db, id),
    keep: (tx, row) => insertCard(tx.db, { ...row, templateVersion: CARD_TEMPLATE_VERSION }),
  },
};

/** Has the card drawn, once. */
export const orderCard = (ctx: Ctx, credentialId: string): Promise<void> =>
  inTransaction(ctx, (tx) => {
    const payload = { credentialId, form: 'card' } as const;
    return tx.jobs.enqueue(renderCredentialJob, payload, renderOptions(payload));
  });
