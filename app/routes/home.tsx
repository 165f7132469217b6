import { appText } from '../text.ts';

export default function Home() {
  return <h1>{appText.name}</h1>;
}
