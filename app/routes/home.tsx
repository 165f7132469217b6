export default function Home() {
  return <h1>Thi đua</h1>;
}
