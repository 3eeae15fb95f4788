/**
 * Chapter 4, the same surface turned in the plane: its valleys no longer run along an axis. A rule that
 * treats each weight by itself notices, gradient descent does not.
 */
import type { Dual } from "./dual.js";
import { matMul, transpose } from "./linear-algebra.js";
import { ShapeError } from "./shape.js";
import type { Height, Surface } from "./surfaces.js";
import { type ArrayLike2d, Tensor, tensor } from "./tensor.js";
import { assertNumber } from "./value-error.js";
import type { Variable } from "./variable.js";

/**
 * A surface of two parameters, turned anticlockwise around (0, 0): `J′(w) = J(Rᵀw)`, with
 * `∇J′(w) = R ∇J(Rᵀw)`, where R turns by the angle.
 *
 * Curvatures and heights stay; only the axes are others.
 *
 * @param surface - of two parameters, such as the ravine of Eq. (4.22)
 * @param degrees - the angle
 * @throws {@link ShapeError} if the surface has not two parameters
 * @throws {@link ValueError} if the angle is not finite
 *
 * @example
 * const slanting = turned(ravine(3), 90); // now steep along x
 * slanting.hessian([0, 0]).at(0, 0); // => 3
 */
export function turned(surface: Surface, degrees: number): Surface {
  if (surface.dimension !== 2) {
    const rule = "a surface is turned in the plane of its two parameters";
    throw new ShapeError({ operation: "turned", rule }, { w: [surface.dimension] });
  }
  assertNumber("turned", "degrees", degrees);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const R = tensor([
    [cos, -sin],
    [sin, cos],
  ]);
  const back = (w: ArrayLike2d): Tensor => matMul(transpose(R), tensor(w)) as Tensor;
  const height = (w: ArrayLike2d | Dual<Tensor> | Variable<Tensor>): unknown => {
    if (Array.isArray(w) || w instanceof Tensor) return surface.value(back(w as ArrayLike2d));
    return surface.value(matMul(transpose(R), w as Variable<Tensor>) as Variable<Tensor>);
  };
  return {
    name: `${surface.name}, turned by ${degrees}°`,
    formula: `${surface.formula}, turned by ${degrees}°`,
    dimension: 2,
    value: height as Height,
    gradient: (w) => matMul(R, surface.gradient(back(w))) as Tensor,
    hessian: (w) => matMul(matMul(R, surface.hessian(back(w))), transpose(R)) as Tensor,
    minimum: surface.minimum === undefined ? undefined : (matMul(R, surface.minimum) as Tensor),
  };
}
