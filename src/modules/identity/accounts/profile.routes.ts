import { serve } from '#platform/http/route.ts';
import { readProfile, updateProfile } from './profile.contract.ts';
import { readOwnProfile, updateOwnProfile, type Profile } from './update-profile.ts';

export const profileRoutes = [
  serve(readProfile, async ({ tx, actor }) => present(await readOwnProfile(tx, actor.userId))),
  serve(updateProfile, async ({ tx, now, actor, body }) =>
    present(await updateOwnProfile(tx, { actor, change: body }, now)),
  ),
];

function present({ user, passwordSetAt }: Profile) {
  const { userId, name, address, language, country } = user;
  return {
    userId,
    address,
    language,
    country,
    firstName: name.first,
    lastName: name.last,
    birthDate: user.birthDate ?? null,
    memberSince: user.createdAt.toISOString(),
    passwordSetAt: passwordSetAt.toISOString(),
  };
}
