import { NativeSelect } from '@mantine/core';
import { ACCESS_ROLES, type AccessRole, type Application, type Member } from '@sightline/protocol';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { DataTable, type Column } from '../../ui/table/data-table.tsx';

const NONE = 'none';

/** Everybody with what they may do in each application that the reader manages. */
export function Members({ members }: { members: readonly Member[] | undefined }) {
  const api = useApi();
  const queries = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery(api));
  const { data: all } = useSuspenseQuery(applicationsQuery(api));
  const change = useMutation({
    mutationFn: ({ member, application, role }: { member: string; application: string; role: AccessRole | null }) =>
      api.changeMemberships(member, { memberships: [{ applicationId: application, role }] }),
    onSuccess: (team) => queries.setQueryData(['team'], team),
  });
  const remove = useMutation({
    mutationFn: api.removeMember,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['team'] }),
  });
  const isOwner = me.account?.role === 'owner';
  const mine = new Set(me.memberships?.filter(({ role }) => role === 'owner').map(({ applicationId }) => applicationId));
  const managed = all.applications.filter(({ id }) => isOwner || mine.has(id));
  const columns = columnsOf({
    applications: managed,
    removable: isOwner ? ({ id }) => id !== me.account?.id : undefined,
    change: (member, application, role) => change.mutate({ member, application, role }),
    remove: (id) => remove.mutate(id),
  });
  return (
    <>
      <Refusal failure={change.error ?? remove.error} />
      <DataTable label={text.team.members} columns={columns} rows={members} rowKey={({ id }) => id} />
    </>
  );
}

interface ColumnsInput {
  applications: readonly Application[];
  /** Who can be removed; undefined where the reader may remove nobody. */
  removable: ((member: Member) => boolean) | undefined;
  change: (member: string, application: string, role: AccessRole | null) => void;
  remove: (member: string) => void;
}

const columnsOf = ({ applications, removable, change, remove }: ColumnsInput): readonly Column<Member>[] => [
  {
    id: 'person',
    title: text.team.person,
    cell: ({ name, email }) => (
      <>
        {name} <span className="quiet">{email}</span>
      </>
    ),
    copied: ({ email }) => email,
    px: 240,
    wide: true,
  },
  {
    id: 'second',
    title: text.team.secondFactor,
    cell: ({ twoFactor }) => (twoFactor ? text.team.on : text.team.off),
    copied: ({ twoFactor }) => (twoFactor ? text.team.on : text.team.off),
    px: 112,
  },
  ...applications.map((application): Column<Member> => ({
    id: application.id,
    title: application.name,
    cell: (member) =>
      member.role === 'owner' ? (
        <span className="quiet">{text.team.everything}</span>
      ) : (
        <RoleSelect member={member} application={application} onChange={(role) => change(member.id, application.id, role)} />
      ),
    copied: (member) => roleIn(member, application.id) ?? '',
    px: 200,
  })),
  ...(removable
    ? [
        {
          id: 'remove',
          title: text.team.remove,
          cell: (member: Member) =>
            removable(member) ? (
              <ConfirmButton
                action={text.team.remove}
                label={text.team.removeOf(member.name)}
                meaning={text.team.removeMeaning(member.name)}
                confirm={text.team.removeNow}
                onConfirm={() => remove(member.id)}
              />
            ) : null,
          copied: () => '',
          px: 96,
        },
      ]
    : []),
];

const roleIn = ({ memberships }: Member, application: string): AccessRole | undefined =>
  memberships.find(({ applicationId }) => applicationId === application)?.role;

const RoleSelect = ({ member, application, onChange }: RoleSelectProps) => (
  <NativeSelect
    size="xs"
    aria-label={text.team.roleOf(member.name, application.name)}
    value={roleIn(member, application.id) ?? NONE}
    data={[{ value: NONE, label: text.team.none }, ...ACCESS_ROLES.map((role) => ({ value: role, label: text.roles[role] }))]}
    onChange={({ currentTarget: { value } }) => onChange(value === NONE ? null : (value as AccessRole))}
  />
);

interface RoleSelectProps {
  member: Member;
  application: Application;
  onChange: (role: AccessRole | null) => void;
}
