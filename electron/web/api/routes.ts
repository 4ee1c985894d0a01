import { catalogRoutes } from './catalog-routes.ts'
import { questionRoutes } from './question-routes.ts'
import type { Route } from './route.ts'
import { runRoutes } from './run-routes.ts'

/** Everything a signed-in program can ask. The router and the OpenAPI document both read this table. */
export const routes: readonly Route[] = [...runRoutes, ...catalogRoutes, ...questionRoutes]
