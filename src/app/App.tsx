export function App() {
  return (
    <main>
      <h1>Convscope</h1>
      <math>
        <mrow>
          <mo>⌊</mo>
          <mfrac>
            <mi>H</mi>
            <mi>s</mi>
          </mfrac>
          <mo>⌋</mo>
        </mrow>
      </math>
    </main>
  );
}
