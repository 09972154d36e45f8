import { Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MemberApi, Public } from '../../../platform/auth/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { BrandLookup } from './brand-lookup.js';
import { BrandListView, BrandView, toBrandView } from './brand.view.js';

@MemberApi('brands')
export class MemberBrandsController {
  constructor(private readonly brands: BrandLookup) {}

  @Get()
  @Public('customers look around before they join')
  @ApiOkResponse({ type: BrandListView })
  async list(): Promise<BrandListView> {
    return { items: (await this.brands.all()).map(toBrandView) };
  }

  @Get(':id')
  @Public('customers look around before they join')
  @ApiOkResponse({ type: BrandView })
  async find(@IdParam('id', 'brand') id: number): Promise<BrandView> {
    return toBrandView(await this.brands.get(id));
  }
}
