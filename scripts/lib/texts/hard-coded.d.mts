import type { Finding, Tree } from './messages.mjs';

export function findHardCoded(tree: Tree): Finding[];
