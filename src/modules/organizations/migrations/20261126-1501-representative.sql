-- Representatives are found by member_by_role, which begins with organization and role.
drop index organizations.member_representative;
