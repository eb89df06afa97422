/** The languages with the plural forms each needs, and the exceptions of the message rules with their reasons. */
export const PLURALS = {
  kk: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  ja: ['other'],
  en: ['one', 'other'],
};

/** The language the keys are typed from. */
export const BASE_LANGUAGE = 'ru';

/** Longer texts that are equal in two languages are taken for an untranslated copy. */
export const COPY_LENGTH = 25;

/** @type {{ prefix: string, reason: string }[]} Keys put together where no template literal shows their beginning. */
export const DYNAMIC_PREFIXES = [];

/** @type {{ prefix: string, file: string, reason: string }[]} Files that may begin a key with a namespace alone. */
export const WIDE_PREFIXES = [
  {
    prefix: 'mails:',
    file: 'app/platform/mail/outbox.server.ts',
    reason: 'adds .subject and .text to a mail’s key',
  },
];

/** @type {{ key: string, reason: string }[]} Texts that are rightly the same in several languages. */
export const SAME_TEXTS = [];

/** @type {{ text: string, reason: string }[]} Strings of the code that look like keys and are none. */
export const NO_KEYS = [];

/** Functions besides DomainError whose string argument is an error code. */
export const ERROR_MAKERS = ['DomainError'];

/** Names that are written alike in every language: the product's own and its partners'. */
export const NAMES = ['師範', 'Shihan', '師範 Shihan', 'Jenys Judo Club', 'JUDOs', '認定NPO法人'];
