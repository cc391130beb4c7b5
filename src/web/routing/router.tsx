import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useParams,
  type RouteComponent,
  type AnyRoute,
} from '@tanstack/react-router';
import { PageSkeleton } from '#ui/feedback/skeleton.tsx';
import {
  componentOf,
  fileOf,
  routeLines,
  type Area,
  type PageProps,
  type RouteLine,
} from '#web/routes.tsx';
import { Root } from '#web/shell/root.tsx';
import { DoorSkeleton } from '#web/shell/door-skeleton.tsx';
import { PageFailed } from '#web/shell/page-failed.tsx';
import { NotFound } from '#web/shell/not-found.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** Each area is a layout of its own, fetched with its first page. */
const areas: Record<Area, RouteComponent> = {
  organization: lazyRouteComponent(
    () => import('#web/shell/organization-shell.tsx'),
    'OrganizationShell',
  ),
  account: lazyRouteComponent(() => import('#web/shell/account-shell.tsx'), 'AccountShell'),
  staff: lazyRouteComponent(() => import('#web/shell/staff-shell.tsx'), 'StaffShell'),
  door: lazyRouteComponent(() => import('#web/shell/door-area.tsx'), 'Door'),
  bare: Outlet,
};

function areaRoute(area: Area): AnyRoute {
  const layout = createRoute({
    getParentRoute: () => root,
    id: area,
    component: areas[area],
    errorComponent: PageFailed,
    pendingComponent: DoorSkeleton,
  });
  const lines: readonly RouteLine[] = routeLines;
  return layout.addChildren(
    lines.filter((line) => line.area === area).flatMap((line) => pageRoute(line, layout)),
  );
}

function pageRoute({ path, page }: RouteLine, layout: AnyRoute): AnyRoute[] {
  const file = fileOf(page);
  if (!file) return [];
  const component = lazyRouteComponent(async () => {
    const Page = componentOf(page, await file());
    return { default: () => <Page {...(useParams({ strict: false }) as PageProps)} /> };
  });
  return [
    createRoute({
      getParentRoute: () => layout,
      path,
      component,
      pendingComponent: PageSkeleton,
      errorComponent: PageFailed,
    }),
  ];
}

/** The sample sheet of the design system: for development, not for readers. */
const workshop: readonly AnyRoute[] =
  import.meta.env.MODE === 'production'
    ? []
    : [
        createRoute({
          getParentRoute: () => root,
          path: '/design',
          component: lazyRouteComponent(() => import('#web/pages/design.page.tsx'), 'DesignPage'),
        }),
      ];

export const router = createRouter({
  routeTree: root.addChildren([...(Object.keys(areas) as Area[]).map(areaRoute), ...workshop]),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  // Queries are plain text: an address stays readable, and 2026 stays "2026".
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).map(([name, value]) => [name, String(value)]),
    ).toString();
    return text && `?${text}`;
  },
});
