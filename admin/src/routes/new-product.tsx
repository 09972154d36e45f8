import { useNavigate } from 'react-router';
import { api } from '../api/api';
import type { ProductInput } from '../api/types';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import { newProduct } from '../features/catalogue/product-draft';
import { ProductForm } from '../features/catalogue/ProductForm';
import { useCategories, useProductChanged } from '../features/catalogue/use-catalogue';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { useDone } from '../ui/use-done';

export function Page() {
  const brandId = useBrandId();
  const categories = useCategories();
  const navigate = useNavigate();
  const productChanged = useProductChanged();
  const done = useDone();

  async function create(input: ProductInput) {
    const saved = await api.post('/api/admin/products', { body: { brandId, ...input } });
    await productChanged(saved);
    done(texts.catalogue.saved(saved.name));
    await navigate(paths.product(brandId, saved.id), { replace: true });
  }

  return (
    <PageFrame
      title={texts.catalogue.create}
      back={{ to: paths.page(brandId, 'products'), text: texts.catalogue.title }}
    >
      <Loaded query={categories}>
        {({ items }) => <ProductForm draft={newProduct(items[0]?.id)} categories={items} onSave={create} />}
      </Loaded>
    </PageFrame>
  );
}
