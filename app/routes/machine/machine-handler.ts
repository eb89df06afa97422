import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { PlainResponse } from '~/web/http/plain';
import type { Services } from '~/web/services';

/** A machine address: plain HTTP, without language and pages. Thrown DomainErrors become JSON errors. */
export type MachineHandler = (req: Request, res: Response, services: Services) => Promise<void>;

/** A machine address that needs nothing of Express. */
export type PlainHandler = (req: IncomingMessage, res: PlainResponse, services: Services) => Promise<void>;
