export { createDelivery } from './delivery.ts';
export { databaseStore } from '../page/database-store.ts';
