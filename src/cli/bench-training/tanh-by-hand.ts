/**
 * `gradus bench training`: 2-16-16-1 with tanh, binary cross-entropy and Adam as one loop over typed
 * arrays, forward and backward pass fused sample by sample. It can train nothing else.
 */
import type { Task } from "./networks.js";
import type { Program } from "./program.js";

/** β₁, β₂ and ε of Adam. */
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/** The network of two inputs, two equally wide hidden layers and one output. */
export function tanhByHand({ network, weights, batches }: Task): Program {
  const { batch, rate } = network;
  const width = network.widths[1]!;
  const parameters = weights.map(({ data }) => data.slice());
  const likeThem = () => parameters.map(({ length }) => new Float64Array(length));
  const [gradients, means, squares] = [likeThem(), likeThem(), likeThem()];
  const [W1, b1, W2, b2, W3, b3] = parameters as Six;
  const [dW1, db1, dW2, db2, dW3, db3] = gradients as Six;
  const [first, second, back] = [0, 0, 0].map(() => new Float64Array(width)) as Three;
  let [t, loss] = [0, Number.NaN];

  const gradientOf = (x: Float64Array, y: Float64Array): number => {
    for (const gradient of gradients) gradient.fill(0);
    let total = 0;
    for (let i = 0; i < batch; i++) {
      const x0 = x[2 * i]!;
      const x1 = x[2 * i + 1]!;
      for (let j = 0; j < width; j++) {
        first[j] = Math.tanh(b1[j]! + x0 * W1[j]! + x1 * W1[width + j]!);
      }
      let z = b3[0]!;
      for (let j = 0; j < width; j++) {
        let s = b2[j]!;
        for (let k = 0; k < width; k++) s += first[k]! * W2[k * width + j]!;
        second[j] = Math.tanh(s);
        z += second[j]! * W3[j]!;
      }
      const power = Math.exp(-Math.abs(z));
      total += Math.max(z, 0) - z * y[i]! + Math.log1p(power);
      const p = z >= 0 ? 1 / (1 + power) : power / (1 + power);
      const dz = (p - y[i]!) / batch;
      db3[0] = db3[0]! + dz;
      for (let j = 0; j < width; j++) {
        const a = second[j]!;
        dW3[j] = dW3[j]! + dz * a;
        back[j] = dz * W3[j]! * (1 - a * a);
        db2[j] = db2[j]! + back[j]!;
      }
      for (let k = 0; k < width; k++) {
        const a = first[k]!;
        let s = 0;
        for (let j = 0; j < width; j++) {
          const at = k * width + j;
          dW2[at] = dW2[at]! + a * back[j]!;
          s += back[j]! * W2[at]!;
        }
        const ds = s * (1 - a * a);
        db1[k] = db1[k]! + ds;
        dW1[k] = dW1[k]! + ds * x0;
        dW1[width + k] = dW1[width + k]! + ds * x1;
      }
    }
    return total / batch;
  };

  const update = (): void => {
    const startOfMean = 1 - BETA1 ** t;
    const startOfSquare = 1 - BETA2 ** t;
    for (let q = 0; q < parameters.length; q++) {
      const [w, g, m, v] = [parameters[q]!, gradients[q]!, means[q]!, squares[q]!];
      for (let i = 0; i < w.length; i++) {
        const gi = g[i]!;
        const mi = BETA1 * m[i]! + (1 - BETA1) * gi;
        const vi = BETA2 * v[i]! + (1 - BETA2) * gi * gi;
        m[i] = mi;
        v[i] = vi;
        w[i] = w[i]! - (rate * (mi / startOfMean)) / (Math.sqrt(vi / startOfSquare) + EPSILON);
      }
    }
  };

  return {
    step: () => {
      const { x, y } = batches[t % batches.length]!;
      loss = gradientOf(x.data, y.data);
      t++;
      update();
    },
    loss: () => loss,
    float: 64,
  };
}

type Three = [Float64Array, Float64Array, Float64Array];
type Six = [...Three, ...Three];
