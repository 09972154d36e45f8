import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** What every answer says to browsers. It never changes, so helmet is asked once and not with every request. */
export function securityHeaders(): OutgoingHttpHeaders {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  HELMET(response.req, response, () => undefined);
  return response.getHeaders();
}

const HELMET = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
    },
  },
  // Pictures are shown by the phone and the console, which live at other origins.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
});
