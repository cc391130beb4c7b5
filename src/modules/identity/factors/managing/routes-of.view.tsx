/** Customers and staff have the same methods behind doors of their own. */
export const routesOf = {
  user: {
    list: 'listFactors',
    beginTotp: 'beginTotp',
    confirmTotp: 'confirmTotp',
    beginPasskey: 'beginPasskey',
    confirmPasskey: 'confirmPasskey',
    rename: 'renameFactor',
    remove: 'removeFactor',
    keep: 'keepFactor',
    lose: 'reportFactorLost',
    restore: 'restoreFactor',
    renew: 'renewEmergencyCodes',
  },
  staff: {
    list: 'listStaffFactors',
    beginTotp: 'beginStaffTotp',
    confirmTotp: 'confirmStaffTotp',
    beginPasskey: 'beginStaffPasskey',
    confirmPasskey: 'confirmStaffPasskey',
    rename: 'renameStaffFactor',
    remove: 'removeStaffFactor',
    keep: 'keepStaffFactor',
    lose: 'reportStaffFactorLost',
    restore: 'restoreStaffFactor',
    renew: 'renewStaffEmergencyCodes',
  },
} as const;
