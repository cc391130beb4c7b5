/** Why the bank's rooms refuse something, and what they write into the log. */
export const bankRefusal = {
  'bank-file-empty': 'The file is empty. Nothing was imported.',
  'bank-file-not-found': 'There is no such bank file.',
  'bank-file-dtd':
    'The file has a DTD or entities. A bank statement needs none, so nothing of it was imported. {{document}}',
  'bank-file-not-xml':
    'The file is not whole or not XML: {{reason}}. Nothing of it was imported. {{document}}',
  'bank-file-encoding':
    'The text of the file is not in the encoding that it names ({{encoding}}). Nothing of it was imported. {{document}}',
  'bank-file-not-a-statement':
    'This is no camt.053 or camt.054 (it begins with “{{found}}”). Nothing of it was imported. {{document}}',
  'bank-file-no-statement': 'The file holds no statement at all. {{document}}',
  'bank-file-intraday':
    'This is an intraday report (camt.052): nothing in it is final, so nothing is booked from it. Please import the statement (camt.053).',
  'bank-file-too-deep':
    'The file is nested more than {{limit}} levels deep, which no statement is. Nothing of it was imported. {{document}}',
  'bank-file-text-too-long':
    'The file holds a text of more than {{limit}} characters in one place, which no statement does. Nothing of it was imported. {{document}}',
  'bank-file-too-many-elements':
    'The file holds more than {{limit}} elements in one place, which no statement does. Nothing of it was imported. {{document}}',
  'bank-file-zip-encrypted':
    'The ZIP is protected with a password ({{document}}). Please import it without one.',
  'bank-file-zip-nested': 'The ZIP holds another archive ({{document}}). Please unpack it first.',
  'bank-file-zip-bomb':
    'The ZIP grows beyond what is allowed ({{limit}}). Nothing of it was imported. {{document}}',
  'bank-file-zip-broken': 'The ZIP cannot be read: {{reason}}. Nothing of it was imported.',
  'bank-account-known': 'The account {{number}} is registered already.',
  'not-an-account-number': '“{{number}}” is not an account number: its check digits are wrong.',
  'work-item-not-found': 'There is no such work item.',
  'work-item-resolved': '{{by}} has decided this already. Nothing was changed.',
  'not-this-resolution': 'This can’t be decided that way. Possible: {{may}}.',
  'organization-unknown': 'There is no such customer. Nothing was booked.',
  'reference-not-payable':
    'The document {{reference}} can’t be settled with this money: $t(billing:bank-because.{{because}}). Nothing was booked; prepaid is always possible.',
  'not-a-sandbox': 'This exists on sandbox instances only.',
  'nothing-to-pay': 'Nothing is asked for under {{reference}}. Give an amount.',
  'no-bank-account': 'None of our bank accounts is in {{currency}}. Register one first.',
} as const;

export const bankAction = {
  'bank-account-registered': 'Bank account {{number}} was registered with {{opening}}',
  'bank-file-received': 'Bank file “{{name}}” was received',
  'work-item-resolved': 'A work item ({{kind}}) was decided: {{outcome}}',
} as const;
