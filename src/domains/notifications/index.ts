export { notificationOperations } from './notification.ts'
