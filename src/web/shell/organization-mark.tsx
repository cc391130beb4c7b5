import { Initials } from '#ui/text/initials.tsx';
import { SquareLogo, WideLogo } from '#ui/text/logo.tsx';
import { addressOf } from '#web/api/client.ts';
import type { MyOrganization } from './my-organizations.ts';

/** How an organization shows itself, with addresses of images: also of some not sent yet. */
export type Look = {
  readonly name: string;
  readonly initials: string | null;
  readonly tint: number | null;
  readonly square?: string | undefined;
  readonly wide?: string | undefined;
};

export function lookOf({
  organizationId,
  name,
  brand,
}: Pick<MyOrganization, 'organizationId' | 'name' | 'brand'>): Look {
  const { initials, tint, square, wide } = brand;
  const address = (image: string): string =>
    addressOf('readBrandImage', { params: { organizationId, image } });
  return {
    name,
    initials,
    tint,
    ...(square === null ? {} : { square: address(square) }),
    ...(wide === null ? {} : { wide: address(wide.image) }),
  };
}

/** The square that stands for an organization: its logo, or initials (R103, R104). */
export function OrganizationMark({ look, small = false }: { look: Look; small?: boolean }) {
  const { name, initials, tint, square } = look;
  if (square !== undefined) return <SquareLogo src={square} small={small} />;
  return <Initials name={name} initials={initials} tint={tint} small={small} />;
}

/** The name of an organization, or the banner that replaces it (R98). */
export function OrganizationName({ look: { name, wide } }: { look: Look }) {
  return wide === undefined ? name : <WideLogo src={wide} name={name} />;
}

/** The top-left part of the portal: mark, name, and one's role. */
export function OrganizationFace({ look, role }: { look: Look; role: string }) {
  return (
    <>
      <OrganizationMark look={look} />
      <span className="switcher-words">
        <span>
          <OrganizationName look={look} />
        </span>
        <span className="small faint">{role}</span>
      </span>
    </>
  );
}
