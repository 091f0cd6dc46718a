export function App() {
  return (
    <main>
      <h1>Convscope</h1>
    </main>
  );
}
