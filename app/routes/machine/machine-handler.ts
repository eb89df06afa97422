import type { Request, Response } from 'express';
import type { Services } from '~/web/services';

/** A machine address: plain HTTP, without language and pages. Thrown DomainErrors become JSON errors. */
export type MachineHandler = (req: Request, res: Response, services: Services) => Promise<void>;
