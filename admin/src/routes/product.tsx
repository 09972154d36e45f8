import { useParams } from 'react-router';
import { api } from '../api/api';
import type { ProductInput } from '../api/types';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import { draftOfProduct } from '../features/catalogue/product-draft';
import { ProductForm } from '../features/catalogue/ProductForm';
import { useCategories, useProduct, useProductChanged } from '../features/catalogue/use-catalogue';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { useDone } from '../ui/use-done';

export function Page() {
  const brandId = useBrandId();
  const { productId = '' } = useParams();
  const product = useProduct(productId);
  const categories = useCategories();
  const productChanged = useProductChanged();
  const done = useDone();

  async function save(body: ProductInput) {
    const saved = await api.patch('/api/admin/products/{id}', { path: { id: productId }, body });
    await productChanged(saved);
    done(texts.catalogue.saved(saved.name));
  }

  return (
    <PageFrame
      title={product.data?.name ?? texts.catalogue.editTitle}
      back={{ to: paths.page(brandId, 'products'), text: texts.catalogue.title }}
    >
      <Loaded query={categories}>
        {({ items }) => (
          <Loaded query={product}>
            {(found) => <ProductForm draft={draftOfProduct(found)} categories={items} onSave={save} />}
          </Loaded>
        )}
      </Loaded>
    </PageFrame>
  );
}
