import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract, written from the running decorators. */
export function createApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('老主顾 Regulars')
    .setDescription('Members, staff and admins each have an entrance of their own; WeChat calls the hooks.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('regulars_console');
  return SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${lowerFirst(controller.replace(/Controller$/, ''))}_${method}`,
  });
}

/** `GET /docs` for people, `GET /docs/openapi.json` for programs. */
export function serveApiDocument(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => createApiDocument(app), { jsonDocumentUrl: 'docs/openapi.json' });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
