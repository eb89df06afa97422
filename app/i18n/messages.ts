import { en } from './messages/en';
import { ja } from './messages/ja';
import { kk } from './messages/kk';
import { ru } from './messages/ru';

/** All messages by language and namespace. Static imports, so that every bundler and runtime reads them alike. */
export const messages = { kk, ru, ja, en };
