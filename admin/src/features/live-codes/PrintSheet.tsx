import { links } from '../../api/links';
import type { LiveCode } from '../../api/types';
import { texts } from '../../texts';
import './print-sheet.css';

export const PAPER_SIZES = ['A5', 'A6'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** Written out in millimetres, because CSS has a name for A5 but none for A6. */
const PAPER: Record<PaperSize, string> = { A5: '148mm 210mm', A6: '105mm 148mm' };

interface PrintSheetProps {
  code: LiveCode;
  brandName: string;
  logoUrl?: string;
  storeName: string;
  size: PaperSize;
}

/** One sheet as it comes out of the printer: who, why, scan. All measures are millimetres on paper. */
export function PrintSheet({ code, brandName, logoUrl, storeName, size }: PrintSheetProps) {
  return (
    <article className={`sheet sheet-${size}`}>
      {/* The paper has to be told outside of any class: @page knows no selectors. */}
      <style>{`@page { size: ${PAPER[size]}; margin: 0 }`}</style>
      <header>
        {logoUrl && <img className="sheet-logo" src={logoUrl} alt="" />}
        <p className="sheet-brand">{brandName}</p>
        <p className="sheet-store">{storeName}</p>
      </header>
      <img className="sheet-code" src={links.liveCodeQr(code.id)} alt={texts.liveCodes.qrAlt(storeName)} />
      <footer>
        <p className="sheet-promise">{code.promise}</p>
        <p className="sheet-how">{texts.liveCodes.scanWithWechat}</p>
      </footer>
    </article>
  );
}
