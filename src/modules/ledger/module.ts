import type { Module } from '#platform/module.ts';

/** The books have no routes: other modules post, the audit proves. */
export const ledgerModule: Module = { name: 'ledger', routes: [], jobs: [] };
