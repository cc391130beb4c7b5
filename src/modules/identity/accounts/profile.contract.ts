import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { userId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { birthDateField, nameField } from './user.rules.ts';

export const profileOut = z
  .object({
    userId,
    firstName: z.string(),
    lastName: z.string(),
    address: z.string(),
    language,
    country: z.string(),
    birthDate: z.string().nullable(),
    memberSince: z.iso.datetime(),
    passwordSetAt: z.iso.datetime(),
  })
  .meta({ id: 'Profile' });

export const readProfile = contract({
  name: 'readProfile',
  method: 'GET',
  path: '/account/profile',
  summary: 'What this account says about its person.',
  permission: 'self',
  returns: profileOut,
});

export const updateProfile = contract({
  name: 'updateProfile',
  method: 'PATCH',
  path: '/account/profile',
  summary: 'Changes name, birth date or language. What is absent stays.',
  permission: 'self',
  body: z.strictObject({
    firstName: nameField.optional(),
    lastName: nameField.optional(),
    birthDate: birthDateField.nullable().optional(),
    language: language.optional(),
  }),
  returns: profileOut,
});
