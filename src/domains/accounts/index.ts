export { accountRoutes } from './account-routes.ts'
export { createAccountService } from './account-service.ts'
export { createApiTokenService } from './api-token-service.ts'
