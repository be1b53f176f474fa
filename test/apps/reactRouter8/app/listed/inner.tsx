export default function Page() {
  return <p>inner</p>;
}
