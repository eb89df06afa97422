export type * from './generated/client';
export { Prisma, PrismaClient } from './generated/client';
