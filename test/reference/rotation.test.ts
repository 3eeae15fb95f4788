/**
 * Rotation against TensorFlow.js's own bilinear transform. It is no row of the table, because native
 * TensorFlow lacks the kernel in tfjs-node 4.22.
 */
import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { Random } from "../../src/math/random.js";
import { rotateImage } from "../../src/math/regularization/image.js";
import { FLOAT32 } from "../../src/math/tolerances.js";
import { expectAgreement } from "../math/agree.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** The transform maps each output pixel (x, y) to where it came from, about the image's centre. */
function byTfjs(image: readonly number[], side: number, degrees: number): number[] {
  const angle = (degrees / 180) * Math.PI;
  const [cos, sin, centre] = [Math.cos(angle), Math.sin(angle), (side - 1) / 2];
  const right = centre - cos * centre + sin * centre;
  const down = centre - sin * centre - cos * centre;
  const map = tf.tensor2d([[cos, -sin, right, sin, cos, down, 0, 0]]);
  const images = tf.tensor4d([...image], [1, side, side, 1]);
  return [...tf.image.transform(images, map, "bilinear", "constant", 0).dataSync()];
}

test.each([8, 28])("24 random images of side %d and their angles agree", (side) => {
  const random = new Random(side);
  for (let i = 0; i < 24; i++) {
    const image = Array.from({ length: side * side }, () => Math.fround(random.uniform()));
    const degrees = random.uniform(-40, 40);
    const ours = rotateImage(image, { height: side, width: side }, degrees);
    // The place of a pixel, up to 28, is rounded to float32: 2e-6 of a pixel.
    expectAgreement([...ours], byTfjs(image, side, degrees), { ...FLOAT32, absolute: 1e-5 });
  }
  expect(byTfjs([0, 1, 0, 0], 2, 0)).toEqual([0, 1, 0, 0]);
});
