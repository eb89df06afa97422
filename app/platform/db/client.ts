export { Prisma, PrismaClient } from './generated/client';
export type * from './generated/client';
