import { rootText } from '../text.ts';
import { Page } from '../ui/Page.tsx';

export default function Home() {
  return <Page title={rootText.product}>{null}</Page>;
}
