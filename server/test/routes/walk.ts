import 'reflect-metadata';
import { Injectable, Module, RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { HttpAdapterHost, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AppModule } from '../../src/app.module.js';
import { ACCESS, type Access } from '../../src/platform/auth/index.js';
import type { Config } from '../../src/platform/config/index.js';
import type { TestApp } from '../harness.js';

/** A handler as its decorators declare it. */
export interface Route {
  /** As the contract's `operationId`. */
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly access: Access | undefined;
}

/** Every handler of every controller of the running application. */
export function walkRoutes(app: TestApp): Route[] {
  const modules = [...app.nest.get(ModulesContainer).values()];
  return modules
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => handlersOf(metatype as Type<object>));
}

function handlersOf(controller: Type<object>): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .map((name) => ({ name, handler: prototype[name] ?? {} }))
    .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
    .map(({ name, handler }) => ({
      id: `${controller.name.charAt(0).toLowerCase()}${controller.name.slice(1).replace(/Controller$/, '')}_${name}`,
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
      path: pathOf(controller, handler),
      access: Reflect.getMetadata(ACCESS, handler) as Access | undefined,
    }));
}

function pathOf(controller: object, handler: object): string {
  const parts = [controller, handler].map((target) => String(Reflect.getMetadata(PATH_METADATA, target)));
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return braced(`/${path.join('/')}`);
}

/** `/orders/:id` as the contract writes it: `/orders/{id}`. */
function braced(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

/** What the HTTP server itself was told to answer, whoever told it. */
export class ServedRoutes {
  private readonly routes = new Set<string>();

  /** To be started as the application: the real one, watched while it registers its routes. */
  readonly module = (config: Config): DynamicModule => {
    const { routes } = this;

    @Injectable()
    class RouteWatcher {
      constructor({ httpAdapter }: HttpAdapterHost) {
        const fastify = httpAdapter.getInstance<FastifyInstance>();
        fastify.addHook('onRoute', ({ method, url }) => {
          for (const name of [method].flat()) {
            routes.add(`${name} ${braced(url)}`);
          }
        });
      }
    }

    @Module({ imports: [AppModule.with(config)], providers: [RouteWatcher] })
    class WatchedModule {}

    return { module: WatchedModule };
  };

  get names(): string[] {
    return [...this.routes].toSorted();
  }
}
