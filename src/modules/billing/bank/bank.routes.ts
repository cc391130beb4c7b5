import { bankAccountRoutes } from './accounts/bank-account.routes.ts';
import { bankFileRoutes } from './files/bank-file.routes.ts';
import { bankLineRoutes } from './lines/bank-line.routes.ts';
import { sandboxRoutes } from './sandbox/sandbox-statement.routes.ts';
import { workItemRoutes } from './work-items/work-item.routes.ts';

/** Everything of the bank that staff may do. */
export const bankRoutes = [
  ...bankFileRoutes,
  ...bankLineRoutes,
  ...workItemRoutes,
  ...bankAccountRoutes,
  ...sandboxRoutes,
];
