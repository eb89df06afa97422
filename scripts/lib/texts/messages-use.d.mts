import type { Finding, Messages, Tree } from './messages.mjs';

export type Use = {
  how: 'key' | 'mail' | 'prefix' | 'code' | 'thrown' | 'call';
  name: string;
  file: string;
  line: number;
};

export function readUses(tree: Tree): Use[];
export function findMissing(messages: Messages, uses: Use[]): Finding[];
export function findMissingErrors(messages: Messages, uses: Use[]): Finding[];
export function findUnused(messages: Messages, uses: Use[]): Finding[];
